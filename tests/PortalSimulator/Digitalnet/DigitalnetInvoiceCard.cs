namespace BotPhone.PortalSimulator.Digitalnet;

/// <summary>An invoice as the pages show it. The code that its documents need is not here.</summary>
internal sealed record DigitalnetInvoiceCard(int Number, string Contract, string Cnpj, string Client, string Month, string Due, string Amount, string Status)
{
    public static DigitalnetInvoiceCard Of(SimulatedInvoice invoice, DigitalnetBook book, DigitalnetTexts texts) => new(
        book.NumberOf(invoice),
        invoice.ShownAccount,
        PortalSimulator.Cnpj.Format(invoice.Client.Cnpj),
        invoice.Client.Name,
        Brazil.Month(invoice.Month),
        Brazil.Date(invoice.DueDate),
        Brazil.Money(invoice.Amount),
        texts.Statuses[invoice.Status]);
}
