using BotPhone.Jobs;

namespace BotPhone.Tests.Kit;

/// <summary>What stands in a store, asked for in one line of a test.</summary>
internal static class StoreReads
{
    public static long NextNumber(this IJobStore store) => Now(store.NextNumberAsync());

    public static Job? Find(this IJobStore store, Guid id) => Now(store.FindAsync(id));

    public static LoggedJob? Read(this IJobStore store, Guid id) => Now(store.ReadAsync(id));

    public static IReadOnlyList<LogLine> LogOf(this IJobStore store, Guid id) => Now(store.LogOfAsync(id));

    public static IReadOnlyList<LogLine> LinesAfter(this IJobStore store, long number, int limit) => Now(store.LinesAfterAsync(number, limit));

    public static JobPage List(this IJobStore store, JobQuery query) => Now(store.ListAsync(query));

    public static IReadOnlyList<Job> Unfinished(this IJobStore store) => Now(store.UnfinishedAsync());

    public static IReadOnlyList<ProcessoUpdate> Due(this IProcessoOutbox outbox, int limit) => Now(outbox.DueAsync(limit));

    public static IReadOnlyList<LedgerEntry> Held(this IInvoiceLedger ledger, InvoiceIdentity invoice) => Now(ledger.HeldAsync(invoice));

    public static LedgerPage List(this IInvoiceLedger ledger, LedgerQuery query) => Now(ledger.ListAsync(query));

    public static AccountPage Accounts(this IInvoiceLedger ledger, AccountQuery query) => Now(ledger.AccountsAsync(query));

    public static IReadOnlyList<LedgerEntry> UnusedSince(this IInvoiceLedger ledger, DateTimeOffset moment, int limit) => Now(ledger.UnusedSinceAsync(moment, limit));

    public static FailurePage List(this IFailedAccounts failures, FailureQuery query) => Now(failures.ListAsync(query));

    public static IReadOnlyList<JobDay> Days(this IJobStatistics statistics, DateOnly from, DateOnly to) => Now(statistics.DaysAsync(from, to));

    public static IReadOnlyList<FailedJob> LastFailures(this IJobStatistics statistics) => Now(statistics.LastFailuresAsync());

    public static IReadOnlyList<OperatorChanged> Newest(this IDeployHistory history, int limit) => Now(history.NewestAsync(limit));

    private static T Now<T>(ValueTask<T> reading) => reading.AsTask().GetAwaiter().GetResult();
}
