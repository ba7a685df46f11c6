using BotPhone.Jobs;
using BotPhone.Jobs.Store;
using BotPhone.Sdk;
using BotPhone.Tests.Kit;
using FsCheck;
using FsCheck.Fluent;
using Microsoft.Extensions.Logging.Abstractions;

namespace BotPhone.Tests.Statistics;

/// <summary>
/// Whatever jobs end, in whatever order, with the server started anew and jobs removed in between: the statistics and the list of failures
/// are those of a simple list in memory of all jobs that ever ended.
/// </summary>
public sealed class EndedJobsModelTests : IDisposable
{
    private static readonly DateTimeOffset Start = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly ErrorCode[] Codes = [ErrorCode.Captcha, ErrorCode.Maintenance, ErrorCode.OperatorFailed, ErrorCode.Interrupted];
    private static readonly string?[] Accounts = ["1", "0-2", null];

    private static readonly Gen<End> AnyEnd =
        from code in Gen.Elements("A", "a", "B")
        from cnpj in Gen.Elements(EndedJobs.Cnpj, "11444777000161", null)
        from account in Gen.Elements(Accounts)
        from hours in Gen.Choose(0, 30)
        from milliseconds in Gen.Choose(10, 100_000)
        from failure in Gen.Frequency((1, Gen.Constant((ErrorCode?)null)), (2, Gen.Elements(Codes).Select(one => (ErrorCode?)one)))
        from isAgain in Gen.Elements(true, false, false)
        from then in Gen.Elements("", "", "", "start", "remove")
        select new End(code, cnpj, account, hours, milliseconds, failure, isAgain, then);

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Store_AnyEnds_AnswersAsTheModelDoes() => Prop
        .ForAll(Arb.From(Gen.ListOf(AnyEnd)), Arb.From(Gen.Choose(1, 4)), (ends, limit) => FaultOf([.. ends], limit) is not { } fault ? true : throw new InvalidOperationException(fault))
        .Check(Config.QuickThrowOnFailure.WithMaxTest(40));

    private string? FaultOf(IReadOnlyList<End> ends, int limit)
    {
        var path = _folder.File($"{Guid.NewGuid():N}.db");
        var jobs = new List<Job>();
        var now = Start;
        var store = Open(path);
        try
        {
            foreach (var end in ends)
            {
                now = now.AddHours(end.Hours).AddMilliseconds(1);
                var job = end.Failure is { } code
                    ? EndedJobs.Failed(end.Operator, end.Account, now, code, end.Cnpj)
                    : EndedJobs.Completed(end.Operator, end.Account, now, TimeSpan.FromMilliseconds(end.Milliseconds), end.Cnpj);
                jobs.Add(job);
                Save(store, job);
                if (end.IsAgain) Save(store, job);
                if (end.Then == "remove") store.RemoveEndedAsync(now).GetAwaiter().GetResult();
                if (end.Then != "start") continue;
                store.Dispose();
                store = Open(path);
            }

            return StatisticsFault(store.Statistics, jobs, now) ?? FailuresFault(store.Failures, jobs, limit);
        }
        finally
        {
            store.Dispose();
        }
    }

    private static string? StatisticsFault(IJobStatistics statistics, List<Job> jobs, DateTimeOffset now)
    {
        var (first, last) = (BrazilianTime.DayOf(Start).AddDays(2), BrazilianTime.DayOf(now));
        var expected = jobs.GroupBy(job => (Day: BrazilianTime.DayOf(job.CompletedAt!.Value), job.Operator)).Where(day => day.Key.Day >= first)
            .OrderBy(day => day.Key.Day).ThenBy(day => day.Key.Operator, StringComparer.Ordinal)
            .Select(day => Text(
                day.Key.Day, day.Key.Operator, day.Count(job => job.Status == JobStatus.Completed), day.Where(job => job.ErrorCode is not null).CountBy(job => job.ErrorCode!),
                day.Where(job => job.ErrorCode is null).CountBy(job => DurationBuckets.Of(job.CompletedAt!.Value - job.StartedAt!.Value))));
        var counted = statistics.Days(first, last).Select(day => Text(day.Day, day.Operator, day.Completed, day.Failures, day.Durations));
        if (!expected.SequenceEqual(counted)) return $"{string.Join(", ", counted)}, not {string.Join(", ", expected)}";

        var remembered = statistics.LastFailures().Select(failure => failure.JobId);
        var failed = jobs.Where(job => job.Status == JobStatus.Failed).GroupBy(job => job.Operator).SelectMany(group => group.TakeLast(5)).OrderByDescending(job => job.CompletedAt).Select(job => job.Id);
        return remembered.SequenceEqual(failed) ? null : "other last failures";
    }

    private static string Text<T>(DateOnly day, string code, int completed, IEnumerable<KeyValuePair<string, int>> failures, IEnumerable<KeyValuePair<T, int>> durations) =>
        $"{day:O} {code} {completed} {string.Join(' ', failures.OrderBy(one => one.Key, StringComparer.Ordinal))} {string.Join(' ', durations.OrderBy(one => one.Key))}";

    private static string? FailuresFault(IFailedAccounts failures, List<Job> jobs, int limit)
    {
        var expected = jobs.Where(job => job.Client is { Cnpj: not null, Filter: not null }).GroupBy(job => (job.Operator, job.Client))
            .Select(account => (account.Key, Failed: account.Reverse().TakeWhile(job => job.Status == JobStatus.Failed).ToList()))
            .Where(account => account.Failed.Count > 0)
            .OrderByDescending(account => account.Failed[0].CompletedAt).ToList();
        foreach (var code in new[] { null, "A", "a" })
        foreach (var cnpj in new[] { null, EndedJobs.Cnpj })
        foreach (var account in new[] { null, "02" })
        {
            var wanted = expected.Where(one => (code ?? one.Key.Operator) == one.Key.Operator && (cnpj ?? one.Key.Client.Cnpj) == one.Key.Client.Cnpj && (account is null || one.Key.Client.Filter == "0-2"))
                .Select(one => (one.Failed[0].Id, one.Key.Client.Filter, one.Failed[0].ErrorCode, one.Failed.Count));
            var listed = Listed(failures, new LedgerFilter(code, cnpj is null ? null : Cnpj.Parse(cnpj), account), limit).Select(one => (one.Last.JobId, (string?)one.Filter, (string?)one.Last.ErrorCode, one.Attempts));
            if (!wanted.SequenceEqual(listed)) return $"{code} {cnpj} {account}: {string.Join(", ", listed)}, not {string.Join(", ", wanted)}";
        }

        return null;
    }

    private static List<FailedAccount> Listed(IFailedAccounts failures, LedgerFilter filter, int limit)
    {
        var listed = new List<FailedAccount>();
        FailurePage page;
        string? after = null;
        do
        {
            page = failures.List(new FailureQuery(filter, limit, after));
            Assert.True(page.Accounts.Count <= limit);
            listed.AddRange(page.Accounts);
            after = page.Next;
        }
        while (after is not null);
        return listed;
    }

    private static void Save(LiteJobStore store, Job job) => store.SaveAsync(job).GetAwaiter().GetResult();

    private static LiteJobStore Open(string path) => new(path, new JobFeed(), TimeProvider.System, NullLogger<LiteJobStore>.Instance);

    private sealed record End(string Operator, string? Cnpj, string? Account, int Hours, int Milliseconds, ErrorCode? Failure, bool IsAgain, string Then);
}
