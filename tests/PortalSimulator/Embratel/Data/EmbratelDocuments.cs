namespace BotPhone.PortalSimulator.Embratel;

/// <summary>Which documents an invoice has, in the order in which they belong together.</summary>
internal static class EmbratelDocuments
{
    /// <summary>Pays for services only, which ISS is charged on.</summary>
    public const string ServicesAccount = "1234-6001";

    /// <summary>Its last tax notes are not issued yet.</summary>
    public const string NotYetAccount = "1234-6002";

    /// <summary>Its invoices have many pages, and both taxes are charged.</summary>
    public const string LongAccount = "0900777006";

    private const int LongLength = 12;

    /// <summary>By what the portal's addresses call them.</summary>
    public static IReadOnlyDictionary<string, EmbratelDocument> ByName { get; } = new Dictionary<string, EmbratelDocument>
    {
        ["fatura"] = EmbratelDocument.Invoice,
        ["boleto"] = EmbratelDocument.Boleto,
        ["icms"] = EmbratelDocument.Icms,
        ["iss"] = EmbratelDocument.Iss,
    };

    public static string NameOf(EmbratelDocument document) => ByName.Single(one => one.Value == document).Key;

    public static IReadOnlyList<EmbratelDocument> Of(SimulatedInvoice invoice) =>
        [EmbratelDocument.Invoice, EmbratelDocument.Boleto, .. TaxNotesOf(invoice).Where(_ => IsIssued(invoice))];

    /// <summary>Those that belong to the invoice, issued or not.</summary>
    public static IReadOnlyList<EmbratelDocument> TaxNotesOf(SimulatedInvoice invoice) => invoice.ShownAccount switch
    {
        ServicesAccount => [EmbratelDocument.Iss],
        LongAccount or NotYetAccount => [EmbratelDocument.Icms, EmbratelDocument.Iss],
        _ => [EmbratelDocument.Icms],
    };

    /// <summary>The number of a tax note: that of the services is the town's.</summary>
    public static string NumberOf(SimulatedInvoice invoice, EmbratelDocument document) =>
        document == EmbratelDocument.Icms ? Brazil.TaxNote(invoice.TaxNote) : invoice.TaxNote[^5..];

    public static bool IsIssued(SimulatedInvoice invoice) => invoice.ShownAccount != NotYetAccount || invoice.Status != InvoiceStatus.Open;

    public static int PagesOf(SimulatedInvoice invoice, EmbratelDocument document) =>
        document == EmbratelDocument.Invoice && invoice.ShownAccount == LongAccount ? LongLength : 1;
}
