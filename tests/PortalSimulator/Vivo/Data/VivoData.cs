using static BotPhone.PortalSimulator.Vivo.VivoClients;

namespace BotPhone.PortalSimulator.Vivo;

/// <summary>The VIVO portal's data, and by name the cases that are special in it. All of it is fixed and made up.</summary>
public static class VivoData
{
    private const string NotFound = "NAV_FATURA_NAO_ENCONTRADA";
    private const string NoClient = "NAV_CLIENTE_NAO_ENCONTRADO";

    public static IReadOnlyList<SimulatedLogin> Logins => VivoClients.Logins;

    public static IReadOnlyList<SimulatedInvoice> Invoices => VivoInvoices.All;

    /// <summary>The login has one company, and that one service.</summary>
    public static SimulatedCase Simple { get; } = Found(Duna, Mercado, "0345678901", new(2026, 1, 10));

    /// <summary>One digit away from <see cref="Simple"/>; an older invoice is overdue.</summary>
    public static SimulatedCase OneDigitApart { get; } = Found(Duna, Mercado, "0345678902", new(2026, 1, 12));

    /// <summary>The beginning of the two accounts above is an account of its own.</summary>
    public static SimulatedCase Prefix { get; } = Found(Duna, Mercado, "034567890", new(2025, 12, 8));

    /// <summary>The company has invoices, this account none.</summary>
    public static SimulatedCase UnknownAccount { get; } = Failed(Duna, Mercado, "0999999999", NotFound);

    /// <summary>The login's only company is another one.</summary>
    public static SimulatedCase NotHeldByOne { get; } = Failed(Duna, Padaria, "0900900900", NoClient);

    /// <summary>Two companies of this login have an account of that number; the other's invoice is newer.</summary>
    public static SimulatedCase SharedAccount { get; } = Found(Aurora, Comercio, "0900900900", new(2026, 1, 15));

    /// <summary>One of two services; a branch whose CNPJ begins the same has an account of that number too.</summary>
    public static SimulatedCase OfBranchesAndServices { get; } = Found(Aurora, Padaria, "0811000334", new(2026, 1, 13));

    /// <summary>Asked for by the line.</summary>
    public static SimulatedCase ByLine { get; } = Found(Aurora, Comercio, "0899990006", new(2025, 12, 28)) with { Filter = "21 33002007" };

    /// <summary>Two open invoices in one month; the list shows the older one first.</summary>
    public static SimulatedCase TwoInOneMonth { get; } = Found(Aurora, Comercio, "0899990001", new(2026, 1, 20));

    /// <summary>Two open invoices share the newest due date.</summary>
    public static SimulatedCase Ambiguous { get; } = Failed(Aurora, Comercio, "0899990002", "NAV_FATURA_AMBIGUA");

    public static SimulatedCase OnlyPaid { get; } = Failed(Aurora, Comercio, "0899990003", NotFound);

    /// <summary>The newest is cancelled; the one before is open.</summary>
    public static SimulatedCase NewestCancelled { get; } = Found(Aurora, Comercio, "0899990004", new(2025, 12, 9));

    /// <summary>The newest has no status, so nobody says that it is open; the one before is.</summary>
    public static SimulatedCase NewestWithoutStatus { get; } = Found(Aurora, Comercio, "0899990005", new(2025, 12, 11));

    /// <summary>Overdue is open too: nobody paid it. It is on page 4 of 12.</summary>
    public static SimulatedCase OnPageFour { get; } = Found(Aurora, Construcoes, "0700200099", new(2025, 11, 1));

    /// <summary>The company belongs to another login.</summary>
    public static SimulatedCase NotHeld { get; } = Failed(Aurora, Grafica, "12345678", NoClient);

    /// <summary>The company has no invoices at all.</summary>
    public static SimulatedCase NoInvoices { get; } = Failed(Brisa, Oticas, "0650777001", NotFound);

    public static SimulatedCase Alphanumeric { get; } = Found(Brisa, Acougue, "0650777001", new(2026, 1, 14));

    public static SimulatedCase OverAMillion { get; } = Found(Brisa, Acougue, "0650777002", new(2026, 1, 16));

    public static SimulatedCase ZeroAmount { get; } = Found(Brisa, Acougue, "0650777003", new(2026, 1, 17));

    /// <summary>The PDF cannot be read.</summary>
    public static SimulatedCase WithoutText { get; } = Found(Brisa, Acougue, "0650777004", new(2026, 1, 19));

    /// <summary>Prints a utility bill's line (arrecadação).</summary>
    public static SimulatedCase UtilityBill { get; } = Found(Brisa, Acougue, "0650777005", new(2026, 1, 21));

    /// <summary>Comes in a ZIP, with an older invoice of the same account before it.</summary>
    public static SimulatedCase Zipped { get; } = Found(Brisa, Acougue, "0650777006", new(2026, 1, 22));

    /// <summary>The portal and the PDF write the account as 1234-5678.</summary>
    public static SimulatedCase Punctuated { get; } = Found(Cume, Grafica, "12345678", new(2026, 1, 6));

    public static SimulatedCase PunctuatedOneDigitApart { get; } = Found(Cume, Grafica, "12345679", new(2026, 1, 6));

    /// <summary>In the older portal; the newest is cancelled.</summary>
    public static SimulatedCase InOldPortal { get; } = Found(Cume, Grafica, "001277801", new(2025, 12, 12));

    /// <summary>Due on the two sides of the day on which the boleto's factor started again. The list comes empty at first.</summary>
    public static SimulatedCase FactorTurn { get; } = Found(Cume, Transportes, "44001122", new(2025, 2, 22));

    public static SimulatedCase YearEnd { get; } = Found(Cume, Transportes, "44003131", new(2025, 12, 31));

    private static SimulatedCase Found(SimulatedLogin login, SimulatedClient client, string account, DateOnly due) =>
        new(login, client.Cnpj, account, VivoInvoices.All.Single(one => one.Client == client && one.Account == account && one.DueDate == due));

    private static SimulatedCase Failed(SimulatedLogin login, SimulatedClient client, string account, string code) => new(login, client.Cnpj, account, null, code);
}
