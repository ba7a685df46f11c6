using BotPhone.Hosting;
using BotPhone.Jobs;
using BotPhone.Jobs.Cluster;
using BotPhone.Jobs.Postgres;
using BotPhone.Jobs.Store;
using BotPhone.Sdk;
using BotPhone.Tests.Jobs;
using BotPhone.Tests.Ledger;
using Microsoft.Extensions.Logging.Abstractions;
using NSubstitute;

namespace BotPhone.Tests.Kit;

/// <summary>What a server that worked for long has left in its file, without the time that it would take.</summary>
internal static class OldServer
{
    public const int Jobs = 1200;
    public const int Unfinished = 130;
    public static readonly DateTimeOffset Now = new(2026, 1, 2, 3, 4, 5, 678, TimeSpan.Zero);
    private static readonly string[] Operators = ["PROBE", "ONCE", "É"];

    /// <summary>Fills the file of a folder's server with something of every kind.</summary>
    /// <returns>All that is in it, see <see cref="Everything"/>.</returns>
    public static async Task<IReadOnlyList<string>> FillAsync(TemporaryFolder folder)
    {
        Directory.CreateDirectory(folder.File("data"));
        using var store = new LiteJobStore(folder.File("data/botphone.db"), new JobFeed(), TimeProvider.System, NullLogger<LiteJobStore>.Instance);
        await Task.WhenAll(Enumerable.Range(1, Jobs).Select(number => AddAsync(store, number)));
        await store.FreezeAsync(new FrozenLogin("ab12", [1, 2], [3, 4], Now));
        for (var i = 0; i < 3; i++) store.Deploys.Add(new OperatorChanged("PROBE", $"1.0.{i}", OperatorChanged.Loaded, "Versão nova", Now.AddMinutes(i)));
        // A document that is gone, and a line that tells of an escaped zero.
        await store.SaveAsync(Ended(Jobs + 1, LedgerJobs.Completed("PROBE", "gone", new DateOnly(2026, 1, 10))));
        await store.Ledger.RemoveAsync(store.Ledger.List(new LedgerQuery(new LedgerFilter(Number: "GONE"), null, null, 1)).Entries[0], Now.AddHours(1));
        var odd = Ended(Jobs + 2, JobTests.Pending().Start("1", Now).BeginAttempt().Fail(ErrorCode.Captcha, @"C:\u0000 é", @"C:\u0000 é", Now));
        store.Append(new LogLine(odd.Id, odd.Operator, Now, "INFO", @"C:\u0000 \\u0000 <é> 😀 " + "\t", null));
        await store.SaveAsync(odd);
        return Everything(store);
    }

    /// <summary>All that a store holds, as texts that can be compared.</summary>
    public static IReadOnlyList<string> Everything(IJobDatabase store) =>
    [
        .. store.List(new JobQuery(null, null, null, null)).Jobs.Select(job => StoredJson.Write(job, StoredJson.Default.Job)),
        .. store.LinesAfter(0, int.MaxValue).Select(line => StoredJson.Write(line, StoredJson.Default.LogLine)),
        .. store.Due(int.MaxValue).OrderBy(update => update.JobId).Select(update => StoredJson.Write(update, StoredJson.Default.ProcessoUpdate)),
        StoredJson.Write(store.FindFrozenAsync("ab12").AsTask().Result!, StoredJson.Default.FrozenLogin),
        .. store.Ledger.List(new LedgerQuery(new LedgerFilter(), null, null, int.MaxValue - 2)).Entries.Select(entry => StoredJson.Write(entry, StoredJson.Default.LedgerEntry)),
        .. store.Ledger.Accounts(new AccountQuery(new LedgerFilter(), int.MaxValue - 2)).Accounts.Select(held => $"{held.Number} {held.Account} {string.Join(' ', held.Months)}"),
        .. store.Failures.List(new FailureQuery(new LedgerFilter(), int.MaxValue - 2)).Accounts.Select(failed => StoredJson.Write(failed, StoredJson.Default.FailedAccount)),
        .. store.Statistics.Days(DateOnly.MinValue, DateOnly.MaxValue.AddDays(-1)).Select(day => $"{day.Day:O} {day.Operator} {day.Completed} {string.Join(' ', day.Failures)} {string.Join(' ', day.Durations)}"),
        .. store.Statistics.LastFailures().OrderBy(failure => failure.JobId).Select(failure => StoredJson.Write(failure, StoredJson.Default.FailedJob)),
        .. store.Deploys.Newest(100).Select(change => StoredJson.Write(change, StoredJson.Default.OperatorChanged)),
    ];

    /// <summary>The store of a node.</summary>
    public static PostgresJobStore Open(PostgresDatabase database) => new(database, new JobFeed(), Substitute.For<IClusterQueue>(), "a", NullLogger<PostgresJobStore>.Instance);

    private static async Task AddAsync(LiteJobStore store, int number)
    {
        var job = JobOf(number);
        store.Append(new LogLine(job.Id, job.Operator, Now.AddSeconds(number), "INFO", $"Conta {number}", $"Conta •••{number % 1000}"));
        store.Append(new LogLine(job.Id, job.Operator, Now.AddSeconds(number), "ERROR", "Página inesperada", null));
        await store.SaveAsync(job);
    }

    private static Job JobOf(int number)
    {
        var (code, at) = (Operators[number % Operators.Length], Now.AddSeconds(number));
        var waiting = JobTests.Pending(number, code) with
        {
            CreatedAt = at, LoginKey = $"login {number % 7}", RequestKey = number % 3 == 0 ? $"key {number}" : null, RequestFingerprint = number % 3 == 0 ? [1, 2, (byte)number] : null,
            Client = new JobClient("11222333000181", $"conta {number % 400}"), ProcessoId = number % 5 == 0 ? Guid.NewGuid() : null,
        };
        if (number > Jobs - Unfinished) return number % 2 == 0 ? waiting : waiting.Start("1.2.3", at).BeginAttempt();
        if (number % 4 == 0) return waiting.Start("1.2.3", at).BeginAttempt().Fail(ErrorCode.Maintenance, "Erro", "Erro", at.AddSeconds(3));
        var fetched = LedgerJobs.Completed(code, $"{number % 900}", new DateOnly(2026, 1 + (number % 12), 10), key: $"faturas/{code}/{number}.pdf", at: at);
        return Ended(number, fetched) with { Client = waiting.Client, ProcessoId = waiting.ProcessoId, RequestKey = waiting.RequestKey, RequestFingerprint = waiting.RequestFingerprint };
    }

    private static Job Ended(int number, Job job) => job with { Number = number };
}
