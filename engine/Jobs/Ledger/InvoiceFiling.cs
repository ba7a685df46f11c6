using BotPhone.Invoices;
using BotPhone.Sdk;

namespace BotPhone.Jobs;

/// <summary>Files a proven invoice: as the document that is already held, or else as a new one. Nothing is stored twice.</summary>
internal sealed class InvoiceFiling(IInvoices invoices, IInvoiceLedger ledger, InvoiceTurns turns)
{
    /// <param name="filter">What the client asked for, or null when the request has no such field.</param>
    /// <param name="warn">Tells the job's log that it waits for the store.</param>
    /// <exception cref="OperatorException"><see cref="ErrorCode.StorageFailed"/>.</exception>
    /// <exception cref="DocumentStoreException">The store is down and stayed so.</exception>
    public async Task<FiledInvoice> FileAsync(string operatorCode, ProvenInvoice proven, string? filter, Action<string> warn, CancellationToken cancellation)
    {
        var invoice = InvoiceIdentity.Of(operatorCode, proven.Verified.Expected);
        var turn = await turns.EnterAsync(invoice, cancellation);
        try
        {
            var entries = await ledger.HeldAsync(invoice);
            foreach (var entry in entries.Where(entry => !entry.IsContradictedBy(proven.Fields)))
            {
                // A file that someone took away is stored anew.
                if (await invoices.ExistsAsync(StorageKey.Parse(entry.Document.Key), cancellation))
                    return new FiledInvoice(entry.Document with { HeldSince = entry.StoredAt }, turn) { Held = entry };
            }

            var stored = await invoices.StoreAsync(operatorCode, proven, filter, warn, cancellation);
            return new FiledInvoice(stored with { Identity = invoice }, turn) { Contradicted = entries.FirstOrDefault(entry => entry.IsContradictedBy(proven.Fields)) };
        }
        catch
        {
            await turn.DisposeAsync();
            throw;
        }
    }
}
