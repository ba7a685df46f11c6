using System.Collections.Immutable;
using System.Globalization;
using BotPhone.Hosting;
using Npgsql;

namespace BotPhone.Jobs.Postgres;

/// <summary>The statistics in the jobs' own database, written by the jobs' own writer.</summary>
internal sealed class PostgresJobStatistics(PostgresDatabase database, PostgresWriter writer) : IJobStatistics
{
    private const int RememberedFailures = 5;
    private const string Count = """
        insert into job_days (day, operator, is_completed, key, jobs) values (@day, @operator, @completed, @key, 1)
        on conflict (day, operator, is_completed, key) do update set jobs = job_days.jobs + 1
        """;

    private const string Remember = "insert into last_failures (operator, at, job_id, document) values (@operator, @at, @id, @document) on conflict do nothing";
    private const string Forget = """
        delete from last_failures where operator = @operator
        and (at, job_id) not in (select at, job_id from last_failures where operator = @operator order by at desc, job_id limit @most)
        """;

    public async ValueTask<IReadOnlyList<JobDay>> DaysAsync(DateOnly from, DateOnly to)
    {
        var counts = await database.Source.ReadAsync(
            "select day, operator, is_completed, key, jobs from job_days where day between @from and @to order by day, operator",
            row => (Day: row.GetFieldValue<DateOnly>(0), Operator: row.GetString(1), IsCompleted: row.GetBoolean(2), Key: row.GetString(3), Jobs: row.GetInt32(4)),
            new("from", from),
            new("to", to));
        return
        [
            .. counts.GroupBy(count => (count.Day, count.Operator)).Select(day => new JobDay(day.Key.Day, day.Key.Operator)
            {
                Completed = day.Where(count => count.IsCompleted).Sum(count => count.Jobs),
                Failures = day.Where(count => !count.IsCompleted).ToImmutableSortedDictionary(count => count.Key, count => count.Jobs, StringComparer.Ordinal),
                Durations = day.Where(count => count.IsCompleted).ToImmutableSortedDictionary(count => int.Parse(count.Key, CultureInfo.InvariantCulture), count => count.Jobs),
            }),
        ];
    }

    public async ValueTask<IReadOnlyList<FailedJob>> LastFailuresAsync() =>
        await database.Source.ReadAsync("select document from last_failures order by at desc", row => StoredJson.Read(row.GetString(0), StoredJson.Default.FailedJob));

    public Task RemoveAsync(DateOnly before) => writer.CommitAsync(transaction => transaction.ExecuteAsync("delete from job_days where day < @before", new NpgsqlParameter("before", before)));

    /// <summary>Counts a job, as a part of the change that ends it.</summary>
    public static void Add(PostgresTransaction transaction, Job job)
    {
        if (KeyOf(job) is { } key)
        {
            transaction.Post(
                Count, new("day", BrazilianTime.DayOf(job.CompletedAt!.Value)), new("operator", job.Operator), new("completed", job.Status == JobStatus.Completed), new("key", key));
        }

        if (FailedJob.Of(job) is not { } failure) return;
        transaction.Post(
            Remember, new("operator", failure.Operator), PostgresJobStore.Moment("at", failure.At), new("id", failure.JobId),
            PostgresJobStore.Json("document", StoredJson.Write(failure, StoredJson.Default.FailedJob)));
        transaction.Post(Forget, new("operator", failure.Operator), new("most", RememberedFailures));
    }

    private static string? KeyOf(Job job) => job switch
    {
        { Status: JobStatus.Failed, ErrorCode: { } code, CompletedAt: not null } => code,
        { Status: JobStatus.Completed, StartedAt: { } started, CompletedAt: { } ended } => DurationBuckets.Of(ended - started).ToString(CultureInfo.InvariantCulture),
        _ => null,
    };
}
