namespace BotPhone.Jobs;

/// <summary>One at a time for each invoice, from looking whether it is held until the ledger knows what came of it.</summary>
internal sealed class InvoiceTurns(ITurns turns)
{
    /// <returns>The turn; it ends when it is disposed.</returns>
    public Task<IAsyncDisposable> EnterAsync(InvoiceIdentity invoice, CancellationToken cancellation) => turns.EnterAsync($"invoice {invoice.Fingerprint}", cancellation);
}
