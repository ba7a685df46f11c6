using BotPhone.Jobs;
using BotPhone.Sdk;
using BotPhone.Tests.Jobs;

namespace BotPhone.Tests.Ledger;

/// <summary>Jobs that bring the ledger an entry, without an operator.</summary>
internal static class LedgerJobs
{
    public static readonly DateTimeOffset Now = new(2026, 1, 2, 3, 4, 5, TimeSpan.Zero);

    public static Job Completed(
        string @operator, string account, DateOnly dueDate, string cnpj = Bills.Cnpj, string? key = null, string sha256 = "ab", string? note = null, DateTimeOffset? at = null)
    {
        var invoice = InvoiceIdentity.Of(@operator, new ExpectedInvoice(Cnpj.Parse(cnpj), account, dueDate));
        var document = new StoredDocument(key ?? $"faturas/{account}_{dueDate:yyyyMMdd}.pdf", StoredDocument.Invoice, 10, sha256, dueDate, null, note) { Identity = invoice };
        return JobTests.Pending(@operator: @operator).Start("1", at ?? Now).BeginAttempt().Capture(document).Complete(at ?? Now);
    }
}
