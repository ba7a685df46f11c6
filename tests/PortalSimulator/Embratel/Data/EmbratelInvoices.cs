using static BotPhone.PortalSimulator.Embratel.EmbratelClients;
using static BotPhone.PortalSimulator.InvoiceStatus;

namespace BotPhone.PortalSimulator.Embratel;

/// <summary>Every invoice of the EMBRATEL portal: December 2024 (month 0) to January 2026 (month 13).</summary>
internal static class EmbratelInvoices
{
    private const int September2025 = 9;
    private const int December2025 = 12;
    private const int January2026 = 13;

    public static readonly IReadOnlyList<SimulatedInvoice> All = [.. OfDelta(), .. OfEta(), .. OfTheta(), .. OfIota()];

    private static IEnumerable<SimulatedInvoice> OfDelta() =>
    [
        .. Account(Livraria, "0700112233").Monthly(14, January2026, 10, 189.90m, Open),
        .. Account(Livraria, "0700112234").Monthly(14, January2026, 12, 215.40m, Overdue, Open),
        .. (Account(Livraria, "700112233") with { IsUtilityBill = true }).Monthly(6, December2025, 8, 99.99m, Open),
        .. Account(Livraria, "0700900900").Monthly(2, January2026, 25, 310.00m, Open),
        .. Account(Hotel, "0700900900").Monthly(2, January2026, 15, 275.50m, Open),

        .. Account(Hotel, "0800990001").Monthly(5, January2026, 5, 142.10m, Open),
        Account(Hotel, "0800990001").One(new(2026, 1, 20), 57.35m, Open),
        .. Account(Hotel, "0800990002").Monthly(3, January2026, 18, 480.00m, Open),
        Account(Hotel, "0800990002").One(new(2026, 1, 18), 36.70m, Open),
        .. Account(Hotel, "0800990003").Monthly(6, January2026, 7, 65.00m),
        .. Account(Hotel, "0800990004").Monthly(4, January2026, 9, 88.80m, Open, Cancelled),
        .. Account(Hotel, "0800990005").Monthly(4, January2026, 11, 120.00m, Open, None),
        .. Account(Hotel, "0800990006").Monthly(3, December2025, 28, 73.25m, Overdue),
    ];

    /// <summary>September 2025 is long here, and what <see cref="EmbratelData.OnPageFour"/> wants is the 17th of it.</summary>
    private static IEnumerable<SimulatedInvoice> OfEta() =>
    [
        .. Enumerable.Range(1, 16).Select(i => Account(Moveis, $"08002000{i:00}").One(new(2025, 9, 1 + (i / 2)), 50m + (i * 11.11m), i % 3 == 0 ? Open : Paid)),
        .. Account(Moveis, "0800200099").Monthly(4, September2025, 15, 1290.45m, Overdue),
        .. Enumerable.Range(1, 4).SelectMany(i => Account(Moveis, $"08002001{i:00}").Monthly(3, September2025 + 1, 19, 44m + i, Overdue, Overdue)),
        Account(Moveis, "0800990007").One(new(2026, 1, 5), 402.00m, Open),
        Account(Moveis, "0800990007").One(new(2026, 1, 28), 398.00m, Open, month: new(2025, 12, 1)),
    ];

    private static IEnumerable<SimulatedInvoice> OfTheta() =>
    [
        .. Account(Laticinios, "0900777001").Monthly(6, January2026, 14, 334.12m, Open),
        .. Account(Laticinios, "0900777002").Monthly(2, January2026, 16, 1_234_567.89m, Open),
        .. Account(Laticinios, "0900777003").Monthly(2, January2026, 17, 0m, Open),
        .. (Account(Laticinios, "0900777004") with { HasText = false }).Monthly(2, January2026, 19, 205.60m, Open),
        .. (Account(Laticinios, "0900777005") with { IsUtilityBill = true }).Monthly(3, December2025, 21, 29.99m),
        Account(Laticinios, "0900777005").One(new(2026, 1, 21), 29.99m, Open, "846300000003299902962024004101360008002006441147"),
        .. Account(Laticinios, EmbratelDocuments.LongAccount).Monthly(2, January2026, 23, 8765.43m, Open),
    ];

    private static IEnumerable<SimulatedInvoice> OfIota() =>
    [
        .. Account(Ceramica, "1234-5678").Monthly(7, January2026, 6, 150.75m, Open),
        .. Account(Ceramica, "1234-5679").Monthly(7, January2026, 6, 151.75m, Open),
        .. Account(Ceramica, EmbratelDocuments.ServicesAccount).Monthly(2, January2026, 8, 61.00m, Open),
        .. Account(Ceramica, EmbratelDocuments.NotYetAccount).Monthly(2, January2026, 9, 62.00m, Open),
        Account(Navegacao, "4400-1122").One(new(2025, 1, 22), 159.90m, Paid),
        Account(Navegacao, "4400-1122").One(new(2025, 2, 21), 159.90m, Overdue, "00191234546789012345767890123457399990000015990"),
        Account(Navegacao, "4400-1122").One(new(2025, 2, 22), 159.90m, Overdue, "00191234546789012345767890123457910000000015990"),
        .. Account(Navegacao, "4400-3131").Monthly(13, December2025, 31, 612.00m, Open),
    ];

    private static SimulatedAccount Account(SimulatedClient client, string shown) => new("EMBRATEL", "SimEmbratel", client, shown);
}
