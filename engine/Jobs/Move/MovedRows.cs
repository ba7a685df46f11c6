using System.Globalization;
using System.Text.Json.Serialization.Metadata;
using System.Text.RegularExpressions;
using BotPhone.Jobs.Postgres;
using BotPhone.Jobs.Store;
using LiteDB;

namespace BotPhone.Jobs.Move;

/// <summary>What each kind of document of the LiteDB file becomes: the row that a node would have written.</summary>
internal static partial class MovedRows
{
    public static IEnumerable<object?[]> OfJob(BsonDocument document)
    {
        var job = JobDocument.Read(document);
        yield return [job.Id, job.Number, job.Operator, job.Status.ToString(), job.Claim, job.Revision, job.RequestKey, job.CompletedAt?.UtcDateTime, Json(job, StoredJson.Default.Job)];
    }

    public static IEnumerable<object?[]> OfLine(BsonDocument document)
    {
        var line = LogDocument.Read(document);
        yield return [line.Number, line.JobId, EventKinds.Line, Json(line with { Number = 0 }, StoredJson.Default.LogLine)];
    }

    public static IEnumerable<object?[]> OfUpdate(BsonDocument document)
    {
        var update = UpdateDocument.Read(document);
        yield return [update.JobId, update.DueAt.UtcDateTime, Json(update, StoredJson.Default.ProcessoUpdate)];
    }

    public static IEnumerable<object?[]> OfFrozenLogin(BsonDocument document)
    {
        var login = FrozenLoginDocument.Read(document);
        yield return [login.LoginKey, login.At.UtcDateTime, Json(login, StoredJson.Default.FrozenLogin)];
    }

    public static IEnumerable<object?[]> OfEntry(BsonDocument document)
    {
        var entry = LedgerDocument.Read(document);
        yield return
        [
            entry.Number, .. Of(entry.Invoice.Account), entry.Invoice.DueDate, entry.Document.Key, entry.Document.Sha256, entry.UsedAt.UtcDateTime, entry.RemovedAt?.UtcDateTime,
            Json(entry with { Number = 0, RemovedAt = null }, StoredJson.Default.LedgerEntry),
        ];
    }

    public static IEnumerable<object?[]> OfAccount(BsonDocument document)
    {
        var held = AccountDocument.Read(document);
        yield return [held.Number, .. Of(held.Account), held.Months.Select(month => month.Index).ToArray()];
    }

    public static IEnumerable<object?[]> OfFailedAccount(BsonDocument document)
    {
        var failed = FailedAccountDocument.Read(document);
        yield return [.. Of(failed.Account), failed.Last.At.UtcDateTime, failed.Position, failed.Attempts, Json(failed, StoredJson.Default.FailedAccount)];
    }

    public static IEnumerable<object?[]> OfDay(BsonDocument document)
    {
        var day = JobDayDocument.Read(document);
        foreach (var (bucket, jobs) in day.Durations) yield return [day.Day, day.Operator, true, bucket.ToString(CultureInfo.InvariantCulture), jobs];
        foreach (var (code, jobs) in day.Failures) yield return [day.Day, day.Operator, false, code, jobs];
    }

    public static IEnumerable<object?[]> OfLastFailures(BsonDocument document)
    {
        foreach (var failure in LiteJobStatistics.ReadFailures(document)) yield return [failure.Operator, failure.At.UtcDateTime, failure.JobId, Json(failure, StoredJson.Default.FailedJob)];
    }

    /// <param name="node">What happened to operators is each node's own.</param>
    public static Func<BsonDocument, IEnumerable<object?[]>> OfDeploy(string node) =>
        document => [[document["_id"].AsInt64, node, Json(DeployDocument.Read(document), StoredJson.Default.OperatorChanged)]];

    private static object?[] Of(InvoiceAccount account) => [account.Operator, account.Cnpj.Value, Clean(account.Number)];

    // PostgreSQL keeps no text with a zero in it; a page that a portal sends may have one.
    private static string Clean(string text) => text.Replace('\0', '\uFFFD');

    private static string Json<T>(T value, JsonTypeInfo<T> type) => EscapedZero().Replace(StoredJson.Write(value, type), "${before}\\uFFFD");

    [GeneratedRegex(@"(?<before>(?<!\\)(\\\\)*)\\u0000")]
    private static partial Regex EscapedZero();
}
