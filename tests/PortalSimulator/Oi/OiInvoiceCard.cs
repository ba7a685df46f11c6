namespace BotPhone.PortalSimulator.Oi;

/// <summary>An invoice as the pages show it. The code that its PDF needs is not here.</summary>
internal sealed record OiInvoiceCard(int Number, string Account, string Cnpj, string Client, string Month, string Due, string Amount, string Status)
{
    public static OiInvoiceCard Of(SimulatedInvoice invoice, OiBook book, OiTexts texts) => new(
        book.NumberOf(invoice),
        invoice.ShownAccount,
        PortalSimulator.Cnpj.Format(invoice.Client.Cnpj),
        invoice.Client.Name,
        Brazil.Month(invoice.Month),
        Brazil.Date(invoice.DueDate),
        Brazil.Money(invoice.Amount),
        texts.Statuses[invoice.Status]);
}
