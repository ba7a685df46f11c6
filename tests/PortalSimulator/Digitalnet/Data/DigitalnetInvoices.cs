using static BotPhone.PortalSimulator.Digitalnet.DigitalnetClients;
using static BotPhone.PortalSimulator.InvoiceStatus;

namespace BotPhone.PortalSimulator.Digitalnet;

/// <summary>Every invoice of the DIGITALNET portal: December 2024 (month 0) to January 2026 (month 13).</summary>
internal static class DigitalnetInvoices
{
    private const int December2025 = 12;
    private const int January2026 = 13;

    public static readonly IReadOnlyList<SimulatedInvoice> All = [.. OfAlfa(), .. OfBeta(), .. OfTheOthers(), .. OfOmega()];

    private static IEnumerable<SimulatedInvoice> OfAlfa() =>
    [
        .. Contract(Padaria, "DN4K7P2Q9X").Monthly(14, January2026, 10, 389.90m, Open),
        .. Contract(Padaria, "DN4K7P2Q9Y").Monthly(14, January2026, 12, 415.40m, Overdue, Open),
        .. Contract(Padaria, "C0MP4RT1LH").Monthly(2, January2026, 25, 310.00m, Open),
        .. Contract(Comercio, "C0MP4RT1LH").Monthly(2, January2026, 15, 275.50m, Open),
        .. Contract(Comercio, "DO1SNUMMES").Monthly(5, January2026, 5, 142.10m, Open),
        Contract(Comercio, "DO1SNUMMES").One(new(2026, 1, 20), 57.35m, Open),
        .. Contract(Comercio, "4MB1GU0001").Monthly(3, January2026, 18, 480.00m, Open),
        Contract(Comercio, "4MB1GU0001").One(new(2026, 1, 18), 36.70m, Open),
        .. Contract(Comercio, "S0P4G4S003").Monthly(6, January2026, 7, 65.00m),
        .. Contract(Comercio, "C4NC3L4D04").Monthly(4, January2026, 9, 88.80m, Open, Cancelled),
        .. Contract(Comercio, "S3MST4TU05").Monthly(4, January2026, 11, 120.00m, Open, None),
        .. Contract(Comercio, "V3NC1D4S06").Monthly(3, December2025, 28, 73.25m, Overdue),
        .. Contract(Comercio, "T0D4SC4N07").Monthly(3, December2025, 22, 91.00m, None, Cancelled),
        .. Contract(Comercio, "DUPL1C4D02").Monthly(2, January2026, 8, 199.00m, Open),
    ];

    private static IEnumerable<SimulatedInvoice> OfBeta() =>
    [
        .. Contract(Acougue, "B7F3A9D1C5").Monthly(6, January2026, 14, 334.12m, Open),
        .. Contract(Acougue, "M1LH40DER3").Monthly(2, January2026, 16, 1_234_567.89m, Open),
        .. Contract(Acougue, "Z3R0R3415A").Monthly(2, January2026, 17, 0m, Open),
        .. (Contract(Acougue, "S3MT3XT008") with { HasText = false }).Monthly(2, January2026, 19, 205.60m, Open),
        .. (Contract(Grafica, "4RR3C4D4C9") with { IsUtilityBill = true }).Monthly(3, December2025, 21, 29.99m),
        Contract(Grafica, "4RR3C4D4C9").One(new(2026, 1, 21), 29.99m, Open, "846300000003299902962024004101360008002006441147"),
    ];

    private static IEnumerable<SimulatedInvoice> OfTheOthers() =>
    [
        .. Contract(Transportes, "TR4N-SP0R-T1").Monthly(7, January2026, 6, 150.75m, Open),
        .. Contract(Mercearia, "M3RC34R1A1").Monthly(8, January2026, 13, 79.90m),
        .. Contract(Oficina, "0F1C1N4001").Monthly(3, January2026, 23, 129.90m, Open),
    ];

    /// <summary>Three special contracts among many; the chooser has twelve pages here.</summary>
    private static IEnumerable<SimulatedInvoice> OfOmega() =>
    [
        .. Others(1, 16),
        .. Contract(Construcoes, "P4G1N4QU4T").Monthly(14, 13, 15, 1290.45m, [.. Enumerable.Repeat(Overdue, 13), Open]),
        Contract(Construcoes, "P4G1N4QU4T").One(new(2025, 6, 30), 45.00m, Overdue),
        Contract(Construcoes, "P4G1N4QU4T").One(new(2025, 9, 30), 46.00m, Overdue),
        .. Others(17, 53),
        .. Contract(Construcoes, "F1MD04N031").Monthly(13, December2025, 31, 612.00m, Open),
        Contract(Construcoes, "V1R4F4T0R2").One(new(2025, 1, 22), 159.90m, Paid),
        Contract(Construcoes, "V1R4F4T0R2").One(new(2025, 2, 21), 159.90m, Overdue, "00191234546789012345767890123457399990000015990"),
        Contract(Construcoes, "V1R4F4T0R2").One(new(2025, 2, 22), 159.90m, Overdue, "00191234546789012345767890123457910000000015990"),
    ];

    private static IEnumerable<SimulatedInvoice> Others(int from, int to) =>
        Enumerable.Range(from, to - from + 1).SelectMany(i => Contract(Construcoes, $"0BR4{i:000}A{i % 10}Z").Monthly(2, January2026, 1 + (i % 28), 50m + (i * 11.11m), Open));

    private static SimulatedAccount Contract(SimulatedClient client, string shown) => new("DIGITALNET", "SimDigitalnet", client, shown);
}
