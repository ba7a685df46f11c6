namespace BotPhone.PortalSimulator.Vivo;

/// <summary>An invoice as the pages show it. The code of its document is not here.</summary>
internal sealed record VivoInvoiceCard(int Number, string Account, string Line, string Month, string Due, string Amount, string Status, bool HasDocuments)
{
    public static VivoInvoiceCard Of(SimulatedInvoice invoice, VivoBook book, VivoTexts texts) => new(
        book.NumberOf(invoice),
        invoice.ShownAccount,
        VivoInvoices.AccountOf(invoice).Line,
        Brazil.Month(invoice.Month),
        Brazil.Date(invoice.DueDate),
        Brazil.Money(invoice.Amount),
        texts.Statuses[invoice.Status],
        invoice.Status != InvoiceStatus.Cancelled);
}
