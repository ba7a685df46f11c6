using BotPhone.Jobs;
using BotPhone.Sdk;
using BotPhone.Tests.Jobs;

namespace BotPhone.Tests.Ledger;

/// <summary>Jobs that bring the ledger an entry, without an operator.</summary>
internal static class LedgerJobs
{
    public static readonly DateTimeOffset Now = new(2026, 1, 2, 3, 4, 5, TimeSpan.Zero);

    // Above those of the jobs that a test's server accepts.
    private static long _number = 1_000_000;

    public static Job Completed(
        string @operator, string account, DateOnly dueDate, string cnpj = Bills.Cnpj, string? key = null, string sha256 = "ab", string? note = null, DateTimeOffset? at = null)
    {
        var invoice = InvoiceIdentity.Of(@operator, new ExpectedInvoice(Cnpj.Parse(cnpj), account, dueDate));
        var document = new StoredDocument(key ?? $"faturas/{account}_{dueDate:yyyyMMdd}.pdf", StoredDocument.Invoice, 10, sha256, dueDate, null, note) { Identity = invoice };
        return JobTests.Pending(Interlocked.Increment(ref _number), @operator).Start("1", at ?? Now).BeginAttempt().Capture(document).Complete(at ?? Now);
    }
}
