using static BotPhone.PortalSimulator.Sat.SatClients;

namespace BotPhone.PortalSimulator.Sat;

/// <summary>What was registered before: 14 months, December 2024 to January 2026.</summary>
internal static class SatRows
{
    private static readonly DateOnly FirstMonth = new(2024, 12, 1);

    public static readonly IReadOnlyList<SatRow> All =
    [
        .. Monthly(Padaria, "Campo Grande-MS", "OI", "2100345678", 10),
        .. Monthly(Padaria, "Campo Grande-MS", "OI", "2100345679", 10),
        .. Monthly(Padaria, "Campo Grande -MS / 2", "VIVO", "11987654321", 15),
        .. Monthly(Padaria, "Matriz", "EMBRATEL", "0550-1234", 31),
        .. Monthly(Comercio, "São Luís (MA)", "DIGITALNET", "DN12AB34CD", 5),
        Row(Comercio, "São Luís (MA)", "DIGITALNET", "DN12AB34CD", new(2026, 1, 20)),
        .. Monthly(Acougue, "Matriz", "OI", "5100777001", 14),
        .. Monthly(Oticas, "Matriz", "VIVO", "11900001111", 22),
    ];

    private static IEnumerable<SatRow> Monthly(SatClient client, string branch, string carrier, string account, int day) =>
        from month in Enumerable.Range(0, 14).Select(FirstMonth.AddMonths)
        select Row(client, branch, carrier, account, new(month.Year, month.Month, Math.Min(day, DateTime.DaysInMonth(month.Year, month.Month))));

    private static SatRow Row(SatClient client, string branch, string carrier, string account, DateOnly date) => new()
    {
        Client = client.Number,
        Cnpj = client.Company.Cnpj,
        Branch = branch,
        Operator = carrier,
        Service = "TELEFONIA",
        Data = $"{carrier} {account} REF. {Brazil.Month(date)}",
        Date = date,
        File = $"{carrier}_{date:yyyyMM}_{PortalSimulator.Cnpj.Clean(account)}.pdf".ToLowerInvariant(),
    };
}
