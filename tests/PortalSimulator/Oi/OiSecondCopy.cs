namespace BotPhone.PortalSimulator.Oi;

/// <summary>A second copy of some invoices, which is ready after a while.</summary>
/// <param name="Number">1, 2, 3…</param>
/// <param name="Login">Who asked.</param>
/// <param name="Type">As chosen on the page.</param>
/// <param name="Invoices">What goes into the ZIP.</param>
/// <param name="ReadyAt">Null is never.</param>
/// <param name="Fails">It will not be there even then.</param>
internal sealed record OiSecondCopy(
    int Number, SimulatedLogin Login, string Type, IReadOnlyList<SimulatedInvoice> Invoices, DateTimeOffset? ReadyAt, bool Fails)
{
    private int _told;

    public bool IsDone(DateTimeOffset now) => ReadyAt <= now;

    /// <summary>True once: the first time that somebody learns of the end.</summary>
    public bool IsNews() => Interlocked.Exchange(ref _told, 1) == 0;
}
