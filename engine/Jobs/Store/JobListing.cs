using System.Globalization;
using LiteDB;

namespace BotPhone.Jobs.Store;

/// <summary>
/// The orders in which jobs can be listed. Each is an index of its own that ends in the job's number, so that a page is one walk
/// along an index, however many jobs there are.
/// </summary>
internal static class JobListing
{
    private const string ByStatus = "by_status";
    private const string ByOperator = "by_operator";
    private const string ByBoth = "by_both";

    public static void EnsureIndexes(ILiteCollection<BsonDocument> jobs)
    {
        foreach (var name in new[] { ByStatus, ByOperator, ByBoth }) jobs.EnsureIndex(name, unique: true);
    }

    public static void Write(BsonDocument document, Job job)
    {
        document[ByStatus] = Key($"{job.Status}", job.Number);
        document[ByOperator] = Key(job.Operator, job.Number);
        document[ByBoth] = Key($"{job.Operator}/{job.Status}", job.Number);
    }

    public static IReadOnlyList<Job> Read(ILiteCollection<BsonDocument> jobs, JobQuery query, int limit)
    {
        var last = (query.Before ?? long.MaxValue) - 1;
        return (query.Status, query.Operator) switch
        {
            (null, null) => Walk(JobDocument.Number, 0L, last),
            ({ } status, null) => Walk(ByStatus, Key($"{status}", 0), Key($"{status}", last)),
            (null, { } code) => Walk(ByOperator, Key(code, 0), Key(code, last)),
            var (status, code) => Walk(ByBoth, Key($"{code}/{status}", 0), Key($"{code}/{status}", last)),
        };

        IReadOnlyList<Job> Walk(string index, BsonValue from, BsonValue to) =>
            [.. jobs.Query().Where(Query.Between(index, from, to)).OrderByDescending(index).Limit(limit).ToEnumerable().Select(JobDocument.Read)];
    }

    private static string Key(string prefix, long number) => string.Create(CultureInfo.InvariantCulture, $"{prefix}/{number:D19}");
}
