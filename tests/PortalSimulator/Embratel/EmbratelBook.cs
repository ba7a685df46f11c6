namespace BotPhone.PortalSimulator.Embratel;

/// <summary>The invoices that one login may see, each with a number that only says where it stands.</summary>
internal sealed class EmbratelBook(SimulatedLogin login)
{
    private const int First = 7001;
    private readonly List<SimulatedInvoice> _all = [.. EmbratelInvoices.All.Where(invoice => login.Holds(invoice.Client))];

    /// <summary>Those of the whole portal, the newest first.</summary>
    public static IReadOnlyList<DateOnly> Months { get; } = [.. EmbratelInvoices.All.Select(invoice => invoice.Month).Distinct().OrderDescending()];

    public int NumberOf(SimulatedInvoice invoice) => _all.IndexOf(invoice) + First;

    public SimulatedInvoice? At(int number) => _all.ElementAtOrDefault(number - First);

    /// <summary>The first that is due comes first, so that the first that fits need not be the newest.</summary>
    public IReadOnlyList<SimulatedInvoice> Of(DateOnly month) =>
        [.. _all.Where(one => one.Month == month).OrderBy(one => one.DueDate).ThenBy(one => one.Account, StringComparer.Ordinal)];

    /// <summary>The one whose documents are shown before anyone has chosen.</summary>
    public SimulatedInvoice Latest => Of(_all.Max(invoice => invoice.Month))[0];
}
