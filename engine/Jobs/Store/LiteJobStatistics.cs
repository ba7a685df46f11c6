using LiteDB;

namespace BotPhone.Jobs.Store;

/// <summary>The statistics in the jobs' own file, written by the jobs' own writer.</summary>
internal sealed class LiteJobStatistics(StoreFile file, LiteStoreWriter writer) : IJobStatistics
{
    private const int RememberedFailures = 5;

    public ValueTask<IReadOnlyList<JobDay>> DaysAsync(DateOnly from, DateOnly to) => new(file.Read<List<JobDay>>(database =>
    [
        .. DaysIn(database).Find(Query.Between("_id", JobDayDocument.IdOf(from), JobDayDocument.IdOf(to.AddDays(1)))).Select(JobDayDocument.Read)
            .OrderBy(day => day.Day).ThenBy(day => day.Operator, StringComparer.Ordinal),
    ]));

    public ValueTask<IReadOnlyList<FailedJob>> LastFailuresAsync() =>
        new(file.Read<List<FailedJob>>(database => [.. FailuresIn(database).FindAll().SelectMany(ReadFailures).OrderByDescending(failure => failure.At)]));

    public Task RemoveAsync(DateOnly before) => writer.CommitAsync(database =>
    {
        DaysIn(database).DeleteMany(Query.LT("_id", JobDayDocument.IdOf(before)));
        return [];
    });

    /// <summary>Counts a job, as a part of the change that ends it. To be called once for each job.</summary>
    public static void Add(LiteDatabase database, Job job)
    {
        if (job.CompletedAt is not { } ended) return;
        var day = BrazilianTime.DayOf(ended);
        var known = DaysIn(database).FindById(JobDayDocument.IdOf(day, job.Operator));
        DaysIn(database).Upsert(JobDayDocument.Write((known is null ? new JobDay(day, job.Operator) : JobDayDocument.Read(known)).Add(job)));
        if (FailedJob.Of(job) is { } failure) Remember(FailuresIn(database), failure);
    }

    // One document for each operator.
    private static void Remember(ILiteCollection<BsonDocument> failures, FailedJob failure)
    {
        var id = Fingerprint.Of(failure.Operator);
        var before = failures.FindById(id) is { } known ? ReadFailures(known) : [];
        failures.Upsert(new BsonDocument
        {
            ["_id"] = id,
            ["last"] = new BsonArray(before.Prepend(failure).OrderByDescending(one => one.At).Take(RememberedFailures).Select(FailedJobDocument.Write)),
        });
    }

    public static IEnumerable<FailedJob> ReadFailures(BsonDocument document) => document["last"].AsArray.Select(one => FailedJobDocument.Read(one.AsDocument));

    private static ILiteCollection<BsonDocument> DaysIn(LiteDatabase database) => database.GetCollection("job_days");

    private static ILiteCollection<BsonDocument> FailuresIn(LiteDatabase database) => database.GetCollection("last_failures");
}
