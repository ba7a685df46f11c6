using static BotPhone.PortalSimulator.InvoiceStatus;
using static BotPhone.PortalSimulator.Vivo.VivoClients;
using static BotPhone.PortalSimulator.Vivo.VivoService;

namespace BotPhone.PortalSimulator.Vivo;

/// <summary>Every invoice of the VIVO portal: December 2024 (month 0) to January 2026 (month 13).</summary>
internal static class VivoInvoices
{
    private const int November2025 = 11;
    private const int December2025 = 12;
    private const int January2026 = 13;

    public static readonly IReadOnlyList<VivoAccount> Accounts = [.. OfAurora(), .. OfConstrucoes(), .. OfBrisa(), .. OfCume(), .. OfDuna()];

    public static readonly IReadOnlyList<SimulatedInvoice> All = [.. Accounts.SelectMany(account => account.Invoices)];

    private static readonly Dictionary<SimulatedInvoice, VivoAccount> ByInvoice =
        Accounts.SelectMany(account => account.Invoices, (account, invoice) => (invoice, account)).ToDictionary(one => one.invoice, one => one.account);

    public static VivoAccount AccountOf(SimulatedInvoice invoice) => ByInvoice[invoice];

    private static IEnumerable<VivoAccount> OfAurora() =>
    [
        new(Mobile, "(11) 94400-1001", [.. Account(Padaria, "0900900900").Monthly(2, January2026, 25, 310.00m, Open)]),
        new(Fixed, "(11) 3300-1002", [.. Account(Padaria, "0811000334").Monthly(3, January2026, 13, 129.90m, Open)]),
        new(Fixed, "(11) 3300-1003", [.. Account(PadariaBranch, "0811000334").Monthly(2, January2026, 23, 99.90m, Open)]),

        new(Fixed, "(21) 3300-2001", [.. Account(Comercio, "0900900900").Monthly(2, January2026, 15, 275.50m, Open)]),
        new(Fixed, "(21) 3300-2002", [.. Account(Comercio, "0899990001").Monthly(2, January2026, 5, 142.10m, Open), Account(Comercio, "0899990001").One(new(2026, 1, 20), 57.35m, Open)]),
        new(Fixed, "(21) 3300-2003", [.. Account(Comercio, "0899990002").Monthly(1, January2026, 18, 480.00m, Open), Account(Comercio, "0899990002").One(new(2026, 1, 18), 36.70m, Open)]),
        new(Fixed, "(21) 3300-2004", [.. Account(Comercio, "0899990003").Monthly(2, January2026, 7, 65.00m)]),
        new(Fixed, "(21) 3300-2005", [.. Account(Comercio, "0899990004").Monthly(3, January2026, 9, 88.80m, Open, Cancelled)]),
        new(Fixed, "(21) 3300-2006", [.. Account(Comercio, "0899990005").Monthly(3, January2026, 11, 120.00m, Open, None)]),
        new(Fixed, "(21) 3300-2007", [.. Account(Comercio, "0899990006").Monthly(2, December2025, 28, 73.25m, Overdue)]),
    ];

    /// <summary>Twelve pages; what <see cref="VivoData.OnPageFour"/> wants is the 17th invoice.</summary>
    private static IEnumerable<VivoAccount> OfConstrucoes() =>
    [
        .. Enumerable.Range(1, 8).Select(i =>
            new VivoAccount(Mobile, $"(31) 94400-300{i}", [.. Account(Construcoes, $"070020000{i}").Monthly(6, January2026, 2 + i, 50m + (i * 11.11m), Open, Open)])),
        new(Mobile, "(31) 94400-3099", [.. Account(Construcoes, "0700200099").Monthly(8, November2025, 1, 1290.45m, Overdue)]),
    ];

    private static IEnumerable<VivoAccount> OfBrisa() =>
    [
        new(Mobile, "(41) 94400-4001", [.. Account(Acougue, "0650777001").Monthly(4, January2026, 14, 334.12m, Open)]),
        new(Mobile, "(41) 94400-4002", [.. Account(Acougue, "0650777002").Monthly(1, January2026, 16, 1_234_567.89m, Open)]),
        new(Mobile, "(41) 94400-4003", [.. Account(Acougue, "0650777003").Monthly(1, January2026, 17, 0m, Open)]),
        new(Mobile, "(41) 94400-4004", [.. (Account(Acougue, "0650777004") with { HasText = false }).Monthly(1, January2026, 19, 205.60m, Open)]),
        new(Mobile, "(41) 94400-4005",
        [
            .. (Account(Acougue, "0650777005") with { IsUtilityBill = true }).Monthly(1, December2025, 21, 29.99m),
            Account(Acougue, "0650777005").One(new(2026, 1, 21), 29.99m, Open, "846300000003299902962024004101360008002006441147"),
        ]),
        new(Mobile, "(41) 94400-4006", [.. Account(Acougue, "0650777006").Monthly(2, January2026, 22, 77.40m, Open)]) { IsZipped = true },
    ];

    private static IEnumerable<VivoAccount> OfCume() =>
    [
        new(Fixed, "(51) 3300-5001", [.. Account(Grafica, "1234-5678").Monthly(3, January2026, 6, 150.75m, Open)]),
        new(Fixed, "(51) 3300-5002", [.. Account(Grafica, "1234-5679").Monthly(3, January2026, 6, 151.75m, Open)]),
        new(Old, "(51) 3300-5003", [.. Account(Grafica, "0012-77801").Monthly(4, January2026, 12, 980.10m, Open, Cancelled)]),
        new(Old, "(51) 3300-5004", [.. Account(Grafica, "0012-77802").Monthly(3, January2026, 12, 981.20m, Open)]),
        new(Mobile, "(85) 94400-6001",
        [
            Account(Transportes, "4400-1122").One(new(2025, 1, 22), 159.90m, Paid),
            Account(Transportes, "4400-1122").One(new(2025, 2, 21), 159.90m, Overdue, "00191234546789012345767890123457399990000015990"),
            Account(Transportes, "4400-1122").One(new(2025, 2, 22), 159.90m, Overdue, "00191234546789012345767890123457910000000015990"),
        ]),
        new(Mobile, "(85) 94400-6002", [.. Account(Transportes, "4400-3131").Monthly(13, December2025, 31, 612.00m, Open)]),
    ];

    private static IEnumerable<VivoAccount> OfDuna() =>
    [
        new(Mobile, "(62) 94400-7001", [.. Account(Mercado, "0345678901").Monthly(5, January2026, 10, 189.90m, Open)]),
        new(Mobile, "(62) 94400-7002", [.. Account(Mercado, "0345678902").Monthly(3, January2026, 12, 215.40m, Overdue, Open)]),
        new(Mobile, "(62) 94400-7003", [.. (Account(Mercado, "034567890") with { IsUtilityBill = true }).Monthly(2, December2025, 8, 99.99m, Open)]),
    ];

    private static SimulatedAccount Account(SimulatedClient client, string shown) => new("VIVO", "SimVivo", client, shown);
}
