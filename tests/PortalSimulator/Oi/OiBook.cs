namespace BotPhone.PortalSimulator.Oi;

/// <summary>The invoices that one login may see, each with a number that only says where it stands.</summary>
internal sealed class OiBook(SimulatedLogin login)
{
    private const int First = 1001;
    private readonly List<SimulatedInvoice> _all = [.. OiData.Invoices.Where(invoice => login.Holds(invoice.Client))];

    public int NumberOf(SimulatedInvoice invoice) => _all.IndexOf(invoice) + First;

    public SimulatedInvoice? At(int number) => _all.ElementAtOrDefault(number - First);

    /// <summary>The newest month first, but in a month by due date: the first that fits need not be the newest.</summary>
    public IReadOnlyList<SimulatedInvoice> Find(OiFilter filter) =>
        [.. _all.Where(filter.Fits).OrderByDescending(one => one.Month).ThenBy(one => one.DueDate).ThenBy(one => one.Account, StringComparer.Ordinal)];
}
