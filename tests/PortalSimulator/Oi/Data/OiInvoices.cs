using static BotPhone.PortalSimulator.InvoiceStatus;
using static BotPhone.PortalSimulator.Oi.OiClients;

namespace BotPhone.PortalSimulator.Oi;

/// <summary>Every invoice of the OI portal: December 2024 (month 0) to January 2026 (month 13).</summary>
internal static class OiInvoices
{
    private const int December2025 = 12;
    private const int January2026 = 13;

    public static readonly IReadOnlyList<SimulatedInvoice> All = [.. OfAlfa(), .. OfConstrucoes(), .. OfBeta(), .. OfGama(), .. OfDocumented()];

    private static IEnumerable<SimulatedInvoice> OfAlfa() =>
    [
        .. Account(Padaria, "2100345678").Monthly(14, January2026, 10, 189.90m, Open),
        .. Account(Padaria, "2100345679").Monthly(14, January2026, 12, 215.40m, Overdue, Open),
        .. (Account(Padaria, "210034567") with { IsUtilityBill = true }).Monthly(6, December2025, 8, 99.99m, Open),
        .. Account(Padaria, "2100900900").Monthly(2, January2026, 25, 310.00m, Open),
        .. Account(Comercio, "2100900900").Monthly(2, January2026, 15, 275.50m, Open),

        .. Account(Comercio, "3100990001").Monthly(5, January2026, 5, 142.10m, Open),
        Account(Comercio, "3100990001").One(new(2026, 1, 20), 57.35m, Open),
        .. Account(Comercio, "3100990002").Monthly(3, January2026, 18, 480.00m, Open),
        Account(Comercio, "3100990002").One(new(2026, 1, 18), 36.70m, Open),
        .. Account(Comercio, "3100990003").Monthly(6, January2026, 7, 65.00m),
        .. Account(Comercio, "3100990004").Monthly(4, January2026, 9, 88.80m, Open, Cancelled),
        .. Account(Comercio, "3100990005").Monthly(4, January2026, 11, 120.00m, Open, None),
        .. Account(Comercio, "3100990006").Monthly(3, December2025, 28, 73.25m, Overdue),
        .. (Account(Comercio, "3100990007") with { IsArchived = true }).Monthly(2, January2026, 22, 91.17m, Open),
    ];

    /// <summary>The open list is long here, and what <see cref="OiData.OnPageFour"/> wants is the 17th.</summary>
    private static IEnumerable<SimulatedInvoice> OfConstrucoes() =>
    [
        .. Enumerable.Range(1, 8).SelectMany(i => Account(Construcoes, $"410020000{i}").Monthly(3, January2026, 2 + i, 50m + (i * 11.11m), Open, Open)),
        .. Account(Construcoes, "4100200099").Monthly(4, 9, 15, 1290.45m, Overdue),
        .. Enumerable.Range(1, 3).SelectMany(i => Account(Construcoes, $"410020010{i}").Monthly(3, 8, 19, 44m + i, Overdue, Overdue)),
    ];

    private static IEnumerable<SimulatedInvoice> OfBeta() =>
    [
        .. Account(Acougue, "5100777001").Monthly(6, January2026, 14, 334.12m, Open),
        .. Account(Acougue, "5100777002").Monthly(2, January2026, 16, 1_234_567.89m, Open),
        .. Account(Acougue, "5100777003").Monthly(2, January2026, 17, 0m, Open),
        .. (Account(Acougue, "5100777004") with { HasText = false }).Monthly(2, January2026, 19, 205.60m, Open),
        .. (Account(Acougue, "5100777005") with { IsUtilityBill = true }).Monthly(3, December2025, 21, 29.99m),
        Account(Acougue, "5100777005").One(new(2026, 1, 21), 29.99m, Open, "846300000003299902962024004101360008002006441147"),
    ];

    private static IEnumerable<SimulatedInvoice> OfGama() =>
    [
        .. Account(Grafica, "1234-5678").Monthly(7, January2026, 6, 150.75m, Open),
        .. Account(Grafica, "1234-5679").Monthly(7, January2026, 6, 151.75m, Open),
        Account(Transportes, "4400-1122").One(new(2025, 1, 22), 159.90m, Paid),
        Account(Transportes, "4400-1122").One(new(2025, 2, 21), 159.90m, Overdue, "00191234546789012345767890123457399990000015990"),
        Account(Transportes, "4400-1122").One(new(2025, 2, 22), 159.90m, Overdue, "00191234546789012345767890123457910000000015990"),
        .. Account(Transportes, "4400-3131").Monthly(13, December2025, 31, 612.00m, Open),
    ];

    private static IEnumerable<SimulatedInvoice> OfDocumented() => Account(Exemplo, "12345678").Monthly(3, January2026, 15, 99.90m, Open);

    private static SimulatedAccount Account(SimulatedClient client, string shown) => new("OI", "SimOi", client, shown);
}
