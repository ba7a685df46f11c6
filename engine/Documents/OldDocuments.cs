using BotPhone.Documents.Stores;
using BotPhone.Hosting;
using BotPhone.Jobs;
using BotPhone.Sdk;
using Microsoft.Extensions.Options;

namespace BotPhone.Documents;

/// <summary>
/// Removes the documents that no job has ended with for <see cref="DocumentsOptions.Retention"/>. The file goes first: whoever is
/// interrupted between the two finds the entry again, and a file without an entry would stay for ever.
/// </summary>
internal sealed class OldDocuments(
    IDocumentStore store, IInvoiceLedger ledger, InvoiceTurns turns, AuditTrail audit, IOptions<DocumentsOptions> options, TimeProvider time, ILogger<OldDocuments> log) : IOldDocuments
{
    private const int Batch = 100;

    public async Task RemoveAsync(CancellationToken cancellation)
    {
        if (options.Value.Retention is not { } retention) return;
        var oldest = time.GetUtcNow() - retention;
        while (await ledger.UnusedSinceAsync(oldest, Batch) is [_, ..] batch)
        {
            foreach (var entry in batch) await RemoveAsync(entry, oldest, cancellation);
            DocumentsLog.Removed(log, batch.Count);
        }
    }

    private async Task RemoveAsync(LedgerEntry entry, DateTimeOffset oldest, CancellationToken cancellation)
    {
        await using var turn = await turns.EnterAsync(entry.Invoice, cancellation);
        // A job may have ended with it meanwhile.
        if (await ledger.FindAsync(entry.Number) is not { RemovedAt: null } now || now.UsedAt > oldest) return;
        if (!await ledger.IsSharedAsync(now)) await store.RemoveAsync(StorageKey.Parse(now.Document.Key), cancellation);
        CrashPoint.Pass(CrashPoint.DocumentRemoved);
        await ledger.RemoveAsync(now, time.GetUtcNow());
        audit.Add(new AuditEntry(AuditEntry.FileRemoved, now.Document.Key));
    }
}
