using static BotPhone.PortalSimulator.Oi.OiClients;

namespace BotPhone.PortalSimulator.Oi;

/// <summary>The OI portal's data, and by name the cases that are special in it. All of it is fixed and made up.</summary>
public static class OiData
{
    private const string NotFound = "NAV_FATURA_NAO_ENCONTRADA";

    public static IReadOnlyList<SimulatedLogin> Logins => OiClients.Logins;

    public static IReadOnlyList<SimulatedInvoice> Invoices => OiInvoices.All;

    /// <summary>Fourteen months, the last one open.</summary>
    public static SimulatedCase Simple { get; } = Found(Alfa, Padaria, "2100345678", new(2026, 1, 10));

    /// <summary>One digit away from <see cref="Simple"/>; an older invoice is overdue.</summary>
    public static SimulatedCase OneDigitApart { get; } = Found(Alfa, Padaria, "2100345679", new(2026, 1, 12));

    /// <summary>The beginning of the two accounts above is an account of its own.</summary>
    public static SimulatedCase Prefix { get; } = Found(Alfa, Padaria, "210034567", new(2025, 12, 8));

    /// <summary>Two companies of this login have an account of that number; the other's invoice is newer.</summary>
    public static SimulatedCase SharedAccount { get; } = Found(Alfa, Comercio, "2100900900", new(2026, 1, 15));

    /// <summary>Two open invoices in one month; the list shows the older one first.</summary>
    public static SimulatedCase TwoInOneMonth { get; } = Found(Alfa, Comercio, "3100990001", new(2026, 1, 20));

    /// <summary>Two open invoices share the newest due date.</summary>
    public static SimulatedCase Ambiguous { get; } = Failed(Alfa, Comercio, "3100990002", "NAV_FATURA_AMBIGUA");

    public static SimulatedCase OnlyPaid { get; } = Failed(Alfa, Comercio, "3100990003", NotFound);

    /// <summary>The newest is cancelled; the one before is open.</summary>
    public static SimulatedCase NewestCancelled { get; } = Found(Alfa, Comercio, "3100990004", new(2025, 12, 9));

    /// <summary>The newest has no status, so nobody says that it is open; the one before is.</summary>
    public static SimulatedCase NewestWithoutStatus { get; } = Found(Alfa, Comercio, "3100990005", new(2025, 12, 11));

    /// <summary>Overdue is open too: nobody paid it.</summary>
    public static SimulatedCase OnlyOverdue { get; } = Found(Alfa, Comercio, "3100990006", new(2025, 12, 28));

    /// <summary>Its file must be asked for: a second copy, in a ZIP.</summary>
    public static SimulatedCase Archived { get; } = Found(Alfa, Comercio, "3100990007", new(2026, 1, 22));

    /// <summary>Its only open invoice is on page 4 (of 5) of the company's open list.</summary>
    public static SimulatedCase OnPageFour { get; } = Found(Alfa, Construcoes, "4100200099", new(2025, 9, 15));

    /// <summary>The company has invoices, this account none.</summary>
    public static SimulatedCase UnknownAccount { get; } = Failed(Alfa, Padaria, "2999999999", NotFound);

    /// <summary>The company belongs to another login.</summary>
    public static SimulatedCase NotHeld { get; } = Failed(Alfa, Grafica, "12345678", "NAV_CLIENTE_NAO_ENCONTRADO");

    /// <summary>The company has no invoices at all.</summary>
    public static SimulatedCase NoInvoices { get; } = Failed(Beta, Oticas, "5100777001", NotFound);

    public static SimulatedCase Alphanumeric { get; } = Found(Beta, Acougue, "5100777001", new(2026, 1, 14));

    public static SimulatedCase OverAMillion { get; } = Found(Beta, Acougue, "5100777002", new(2026, 1, 16));

    public static SimulatedCase ZeroAmount { get; } = Found(Beta, Acougue, "5100777003", new(2026, 1, 17));

    /// <summary>The PDF is a picture, of which nothing can be read.</summary>
    public static SimulatedCase WithoutText { get; } = Found(Beta, Acougue, "5100777004", new(2026, 1, 19));

    /// <summary>Prints a utility bill's line (arrecadação).</summary>
    public static SimulatedCase UtilityBill { get; } = Found(Beta, Acougue, "5100777005", new(2026, 1, 21));

    /// <summary>The portal and the PDF write the account as 1234-5678.</summary>
    public static SimulatedCase Punctuated { get; } = Found(Gama, Grafica, "12345678", new(2026, 1, 6));

    public static SimulatedCase PunctuatedOneDigitApart { get; } = Found(Gama, Grafica, "12345679", new(2026, 1, 6));

    /// <summary>Due on the two sides of the day on which the boleto's factor started again.</summary>
    public static SimulatedCase FactorTurn { get; } = Found(Gama, Transportes, "44001122", new(2025, 2, 22));

    public static SimulatedCase YearEnd { get; } = Found(Gama, Transportes, "44003131", new(2025, 12, 31));

    /// <summary>The request that the documentation shows, to be sent as it is copied.</summary>
    public static SimulatedCase Documented { get; } = Found(OiClients.Documented, Exemplo, "12345678", new(2026, 1, 15));

    private static SimulatedCase Found(SimulatedLogin login, SimulatedClient client, string account, DateOnly due) =>
        new(login, client.Cnpj, account, OiInvoices.All.Single(one => one.Client == client && one.Account == account && one.DueDate == due));

    private static SimulatedCase Failed(SimulatedLogin login, SimulatedClient client, string account, string code) => new(login, client.Cnpj, account, null, code);
}
