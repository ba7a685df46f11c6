using BotPhone.Invoices;

namespace BotPhone.Jobs;

/// <summary>One document of one invoice. It outlives its job.</summary>
/// <param name="Document">The stored file, and what was read from it.</param>
/// <param name="JobId">The job that stored it.</param>
/// <param name="StoredAt">When that job ended.</param>
internal sealed record LedgerEntry(InvoiceIdentity Invoice, StoredDocument Document, Guid JobId, DateTimeOffset StoredAt)
{
    /// <summary>Counts up in the order in which documents came; given when the entry is written.</summary>
    public long Number { get; init; }

    /// <summary>When a job last ended with the document: it is kept from then on.</summary>
    public DateTimeOffset UsedAt { get; init; } = StoredAt;

    /// <summary>When the document was removed because it was old; null while it is there.</summary>
    public DateTimeOffset? RemovedAt { get; init; }

    /// <summary>The entries that a job owes the ledger: none until it is completed.</summary>
    public static IEnumerable<LedgerEntry> Of(Job job) => job is { Status: JobStatus.Completed, CompletedAt: { } ended }
        ? job.Documents.Where(document => document.Identity is not null).Select(document => new LedgerEntry(document.Identity!, document with { HeldSince = null }, job.Id, ended))
        : [];

    /// <summary>The same document once more: another job has ended with it.</summary>
    public LedgerEntry UseAgain(DateTimeOffset now) => this with { UsedAt = now };

    public LedgerEntry Remove(DateTimeOffset now) => this with { RemovedAt = now };

    /// <summary>Whether what was read from another file of the same invoice speaks against this one. What could not be read does not.</summary>
    public bool IsContradictedBy(InvoiceFields fields) => Document.Fields is { } own && (Differ(own.Amount, fields.Amount) || Differ(own.Line, fields.Line));

    private static bool Differ(object? left, object? right) => left is not null && right is not null && !left.Equals(right);
}
