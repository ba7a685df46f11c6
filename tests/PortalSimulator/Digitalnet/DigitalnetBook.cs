namespace BotPhone.PortalSimulator.Digitalnet;

/// <summary>The contracts and invoices that one login may see, each with a number that only says where it stands.</summary>
internal sealed class DigitalnetBook(SimulatedLogin login)
{
    private const int First = 701;
    private readonly List<SimulatedInvoice> _invoices = [.. DigitalnetData.Invoices.Where(invoice => login.Holds(invoice.Client))];

    public IReadOnlyList<DigitalnetContract> Contracts { get; } = [.. DigitalnetContracts.All.Where(contract => login.Holds(contract.Client))];

    public int NumberOf(SimulatedInvoice invoice) => _invoices.IndexOf(invoice) + First;

    public SimulatedInvoice? At(int number) => _invoices.ElementAtOrDefault(number - First);

    /// <summary>All that was not paid, the oldest first: the newest is on the last page.</summary>
    public IReadOnlyList<SimulatedInvoice> PendingOf(DigitalnetContract contract) =>
        [.. _invoices.Where(invoice => contract.Covers(invoice) && invoice.Status != InvoiceStatus.Paid).OrderBy(invoice => invoice.DueDate)];
}
