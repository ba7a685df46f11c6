using static BotPhone.PortalSimulator.Digitalnet.DigitalnetClients;

namespace BotPhone.PortalSimulator.Digitalnet;

/// <summary>The DIGITALNET portal's data, and by name the cases that are special in it. All of it is fixed and made up.</summary>
public static class DigitalnetData
{
    private const string NoInvoice = "NAV_FATURA_NAO_ENCONTRADA";
    private const string NoClient = "NAV_CLIENTE_NAO_ENCONTRADO";

    public static IReadOnlyList<SimulatedLogin> Logins => DigitalnetClients.Logins;

    public static IReadOnlyList<SimulatedInvoice> Invoices => DigitalnetInvoices.All;

    /// <summary>Fourteen months, the last one open.</summary>
    public static SimulatedCase Simple { get; } = Found(Alfa, Padaria, "DN4K7P2Q9X", new(2026, 1, 10));

    /// <summary>One character away from <see cref="Simple"/>; an older invoice is overdue.</summary>
    public static SimulatedCase OneCharacterApart { get; } = Found(Alfa, Padaria, "DN4K7P2Q9Y", new(2026, 1, 12));

    /// <summary>The beginning of the two contracts above is no contract.</summary>
    public static SimulatedCase PartOfAContract { get; } = Failed(Alfa, Padaria, "DN4K7P2Q9", NoInvoice);

    /// <summary>Two companies of this login have a contract of that number; the other's invoice is newer.</summary>
    public static SimulatedCase SharedContract { get; } = Found(Alfa, Comercio, "C0MP4RT1LH", new(2026, 1, 15));

    /// <summary>The chooser shows the contract twice, for two services.</summary>
    public static SimulatedCase TwiceInTheChooser { get; } = Failed(Alfa, Comercio, "DUPL1C4D02", "NAV_FATURA_AMBIGUA");

    /// <summary>Two open invoices in one month.</summary>
    public static SimulatedCase TwoInOneMonth { get; } = Found(Alfa, Comercio, "DO1SNUMMES", new(2026, 1, 20));

    /// <summary>Two open invoices share the newest due date.</summary>
    public static SimulatedCase Ambiguous { get; } = Failed(Alfa, Comercio, "4MB1GU0001", "NAV_FATURA_AMBIGUA");

    /// <summary>The portal says that nothing is pending.</summary>
    public static SimulatedCase OnlyPaid { get; } = Failed(Alfa, Comercio, "S0P4G4S003", NoInvoice);

    /// <summary>The newest is cancelled; the one before is open.</summary>
    public static SimulatedCase NewestCancelled { get; } = Found(Alfa, Comercio, "C4NC3L4D04", new(2025, 12, 9));

    /// <summary>The newest has no status, so nobody says that it is open; the one before is.</summary>
    public static SimulatedCase NewestWithoutStatus { get; } = Found(Alfa, Comercio, "S3MST4TU05", new(2025, 12, 11));

    /// <summary>Overdue is open too: nobody paid it.</summary>
    public static SimulatedCase OnlyOverdue { get; } = Found(Alfa, Comercio, "V3NC1D4S06", new(2025, 12, 28));

    /// <summary>What is pending is not to be paid.</summary>
    public static SimulatedCase NoneToBePaid { get; } = Failed(Alfa, Comercio, "T0D4SC4N07", NoInvoice);

    /// <summary>The company has contracts, but not that one.</summary>
    public static SimulatedCase UnknownContract { get; } = Failed(Alfa, Padaria, "N40EX1ST3X", NoInvoice);

    /// <summary>The company belongs to another login.</summary>
    public static SimulatedCase NotHeld { get; } = Failed(Alfa, Grafica, "4RR3C4D4C9", NoClient);

    /// <summary>The contract is new: it has no invoices at all.</summary>
    public static SimulatedCase NoInvoices { get; } = Failed(Alfa, Oticas, "N0V0C0NTR4", NoInvoice);

    /// <summary>The boleto's password has letters.</summary>
    public static SimulatedCase Alphanumeric { get; } = Found(Beta, Acougue, "B7F3A9D1C5", new(2026, 1, 14));

    public static SimulatedCase OverAMillion { get; } = Found(Beta, Acougue, "M1LH40DER3", new(2026, 1, 16));

    public static SimulatedCase ZeroAmount { get; } = Found(Beta, Acougue, "Z3R0R3415A", new(2026, 1, 17));

    /// <summary>Neither of its two documents can be read.</summary>
    public static SimulatedCase WithoutText { get; } = Found(Beta, Acougue, "S3MT3XT008", new(2026, 1, 19));

    /// <summary>Prints a utility bill's line (arrecadação).</summary>
    public static SimulatedCase UtilityBill { get; } = Found(Beta, Grafica, "4RR3C4D4C9", new(2026, 1, 21));

    /// <summary>The client's only contract: there is no chooser. The portal and the PDFs write it as TR4N-SP0R-T1.</summary>
    public static SimulatedCase OneContract { get; } = Found(Gama, Transportes, "TR4NSP0RT1", new(2026, 1, 6));

    public static SimulatedCase OneContractButAnother { get; } = Failed(Gama, Transportes, "TR4NSP0RT2", NoInvoice);

    public static SimulatedCase OneContractOfAnother { get; } = Failed(Gama, Mercearia, "TR4NSP0RT1", NoClient);

    /// <summary>The client's only contract has nothing pending.</summary>
    public static SimulatedCase OneContractNothingPending { get; } = Failed(Delta, Mercearia, "M3RC34R1A1", NoInvoice);

    /// <summary>Signs in, but may not see invoices.</summary>
    public static SimulatedCase WithoutPermission { get; } = Failed(WithoutRole, Oficina, "0F1C1N4001", "AUTH_SEM_PERMISSAO");

    /// <summary>The contract is on page 4 (of 12), its newest invoice on page 4 of the list.</summary>
    public static SimulatedCase OnPageFour { get; } = Found(Omega, Construcoes, "P4G1N4QU4T", new(2026, 1, 15));

    /// <summary>Due on the two sides of the day on which the boleto's factor started again. The contract is on page 12.</summary>
    public static SimulatedCase FactorTurn { get; } = Found(Omega, Construcoes, "V1R4F4T0R2", new(2025, 2, 22));

    public static SimulatedCase YearEnd { get; } = Found(Omega, Construcoes, "F1MD04N031", new(2025, 12, 31));

    /// <summary>The PDF of the tax note that comes with an invoice's boleto.</summary>
    public static ReadOnlyMemory<byte> TaxNoteOf(SimulatedInvoice invoice) => DigitalnetTaxNote.Of(invoice);

    private static SimulatedCase Found(SimulatedLogin login, SimulatedClient client, string contract, DateOnly due) =>
        new(login, client.Cnpj, contract, DigitalnetInvoices.All.Single(one => one.Client == client && one.Account == contract && one.DueDate == due));

    private static SimulatedCase Failed(SimulatedLogin login, SimulatedClient client, string contract, string code) => new(login, client.Cnpj, contract, null, code);
}
