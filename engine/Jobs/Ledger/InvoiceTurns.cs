namespace BotPhone.Jobs;

/// <summary>One at a time for each invoice, from looking whether it is held until the ledger knows what came of it.</summary>
internal sealed class InvoiceTurns
{
    private readonly KeyedLock _lock = new();

    /// <returns>The turn; it ends when it is disposed.</returns>
    public Task<IDisposable> EnterAsync(InvoiceIdentity invoice, CancellationToken cancellation) => _lock.EnterAsync(invoice.ToString(), cancellation);
}
