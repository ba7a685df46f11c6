using BotPhone.PortalSimulator.Events;
using static BotPhone.PortalSimulator.Embratel.EmbratelClients;

namespace BotPhone.PortalSimulator.Embratel;

/// <summary>The EMBRATEL portal's data, and by name the cases that are special in it. All of it is fixed and made up.</summary>
public static class EmbratelData
{
    private const string NotFound = "NAV_FATURA_NAO_ENCONTRADA";

    public static IReadOnlyList<SimulatedLogin> Logins => EmbratelClients.Logins;

    public static IReadOnlyList<SimulatedInvoice> Invoices => EmbratelInvoices.All;

    /// <summary>Fourteen months, the last one open.</summary>
    public static SimulatedCase Simple { get; } = Found(Delta, Livraria, "0700112233", new(2026, 1, 10));

    /// <summary>One digit away from <see cref="Simple"/>; an older invoice is overdue.</summary>
    public static SimulatedCase OneDigitApart { get; } = Found(Delta, Livraria, "0700112234", new(2026, 1, 12));

    /// <summary>The account of <see cref="Simple"/> but for its zero in front; prints a utility bill's line.</summary>
    public static SimulatedCase WithoutZero { get; } = Found(Delta, Livraria, "700112233", new(2025, 12, 8));

    /// <summary>Two companies of this login have an account of that number; the other's invoice is newer.</summary>
    public static SimulatedCase SharedAccount { get; } = Found(Delta, Hotel, "0700900900", new(2026, 1, 15));

    /// <summary>Two open invoices in one month; the list shows the older one first.</summary>
    public static SimulatedCase TwoInOneMonth { get; } = Found(Delta, Hotel, "0800990001", new(2026, 1, 20));

    /// <summary>The older of the two, by the day on which it is due.</summary>
    public static SimulatedCase TwoInOneMonthByDay { get; } = Found(Zeta, Hotel, "0800990001", new(2026, 1, 5)) with { Filter = "0800990001_05" };

    /// <summary>The account has open invoices, none due on that day.</summary>
    public static SimulatedCase AnotherDay { get; } = Failed(Zeta, Hotel, "0800990001_06", NotFound);

    /// <summary>No such account; without its underscore it is that of <see cref="OnlyOverdue"/>.</summary>
    public static SimulatedCase AnotherAccountByDay { get; } = Failed(Zeta, Hotel, "08009900_06", NotFound);

    /// <summary>Two open invoices share the newest due date.</summary>
    public static SimulatedCase Ambiguous { get; } = Failed(Delta, Hotel, "0800990002", "NAV_FATURA_AMBIGUA");

    /// <summary>The day does not tell those two apart.</summary>
    public static SimulatedCase AmbiguousByDay { get; } = Failed(Delta, Hotel, "0800990002_18", "NAV_FATURA_AMBIGUA");

    public static SimulatedCase OnlyPaid { get; } = Failed(Zeta, Hotel, "0800990003", NotFound);

    /// <summary>The newest is cancelled; the one before is open.</summary>
    public static SimulatedCase NewestCancelled { get; } = Found(Zeta, Hotel, "0800990004", new(2025, 12, 9));

    /// <summary>The newest has no status, so nobody says that it is open; the one before is.</summary>
    public static SimulatedCase NewestWithoutStatus { get; } = Found(Zeta, Hotel, "0800990005", new(2025, 12, 11));

    /// <summary>Overdue is open too: nobody paid it.</summary>
    public static SimulatedCase OnlyOverdue { get; } = Found(Zeta, Hotel, "0800990006", new(2025, 12, 28));

    /// <summary>Its only open invoice is on page 4 of the list of a month of long ago.</summary>
    public static SimulatedCase OnPageFour { get; } = Found(Eta, Moveis, "0800200099", new(2025, 9, 15));

    /// <summary>The invoice that is due last was billed in the month before that of the other one.</summary>
    public static SimulatedCase DueLastInOlderMonth { get; } = Found(Eta, Moveis, "0800990007", new(2026, 1, 28));

    /// <summary>The company has invoices, this account none.</summary>
    public static SimulatedCase UnknownAccount { get; } = Failed(Eta, Moveis, "0899999999", NotFound);

    /// <summary>The company belongs to another login.</summary>
    public static SimulatedCase NotHeld { get; } = Failed(Eta, Ceramica, "12345678", "NAV_CLIENTE_NAO_ENCONTRADO");

    /// <summary>The company has no invoices at all.</summary>
    public static SimulatedCase NoInvoices { get; } = Failed(Theta, Relojoaria, "0900777001", NotFound);

    public static SimulatedCase Alphanumeric { get; } = Found(Theta, Laticinios, "0900777001", new(2026, 1, 14));

    public static SimulatedCase OverAMillion { get; } = Found(Theta, Laticinios, "0900777002", new(2026, 1, 16));

    public static SimulatedCase ZeroAmount { get; } = Found(Theta, Laticinios, "0900777003", new(2026, 1, 17));

    /// <summary>The documents are pictures, from which no text can be read.</summary>
    public static SimulatedCase WithoutText { get; } = Found(Theta, Laticinios, "0900777004", new(2026, 1, 19));

    /// <summary>Prints a utility bill's line (arrecadação).</summary>
    public static SimulatedCase UtilityBill { get; } = Found(Theta, Laticinios, "0900777005", new(2026, 1, 21));

    /// <summary>The invoice has twelve pages, and there are two tax notes.</summary>
    public static SimulatedCase TwelvePages { get; } = Found(Theta, Laticinios, EmbratelDocuments.LongAccount, new(2026, 1, 23));

    /// <summary>The portal and the documents write the account as 1234-5678.</summary>
    public static SimulatedCase Punctuated { get; } = Found(Iota, Ceramica, "12345678", new(2026, 1, 6));

    /// <summary>Due on the same day as <see cref="Punctuated"/>.</summary>
    public static SimulatedCase PunctuatedOneDigitApart { get; } = Found(Iota, Ceramica, "12345679", new(2026, 1, 6));

    /// <summary>Only ISS is charged.</summary>
    public static SimulatedCase OnlyServices { get; } = Found(Iota, Ceramica, "12346001", new(2026, 1, 8));

    /// <summary>Neither of the two tax notes is issued yet.</summary>
    public static SimulatedCase NotesNotIssued { get; } = Found(Iota, Ceramica, "12346002", new(2026, 1, 9));

    /// <summary>Due on the two sides of the day on which the boleto's factor started again.</summary>
    public static SimulatedCase FactorTurn { get; } = Found(Iota, Navegacao, "44001122", new(2025, 2, 22));

    public static SimulatedCase YearEnd { get; } = Found(Iota, Navegacao, "44003131", new(2025, 12, 31));

    /// <summary>Every document of an invoice and the number of its pages, in the order in which they belong together.</summary>
    public static IReadOnlyList<(EmbratelDocument Document, int Pages)> DocumentsOf(SimulatedInvoice invoice) =>
        [.. EmbratelDocuments.Of(invoice).Select(document => (document, EmbratelDocuments.PagesOf(invoice, document)))];

    /// <summary>Every document of an invoice as the page that a skin of the portal asks the browser to print.</summary>
    public static IReadOnlyList<string> PagesOf(SimulatedInvoice invoice, Skin skin)
    {
        var sheet = new EmbratelSheet(new EmbratelPortal(new EmbratelOptions { Skin = skin }, TimeProvider.System, new EventLog()));
        return [.. EmbratelDocuments.Of(invoice).Select(document => sheet.Of(invoice, document))];
    }

    private static SimulatedCase Found(SimulatedLogin login, SimulatedClient client, string account, DateOnly due) =>
        new(login, client.Cnpj, account, EmbratelInvoices.All.Single(one => one.Client == client && one.Account == account && one.DueDate == due));

    private static SimulatedCase Failed(SimulatedLogin login, SimulatedClient client, string account, string code) => new(login, client.Cnpj, account, null, code);
}
