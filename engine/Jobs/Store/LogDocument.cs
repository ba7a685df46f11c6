using LiteDB;

namespace BotPhone.Jobs.Store;

/// <summary>A log line as LiteDB keeps it, in its own collection: a job stays small however much it says.</summary>
internal static class LogDocument
{
    public const string JobId = "job";

    public static BsonDocument Write(LogLine line) => new()
    {
        ["_id"] = line.Number,
        [JobId] = line.JobId,
        ["operator"] = line.Operator,
        ["at"] = line.Timestamp.UtcDateTime,
        ["level"] = line.Level,
        ["message"] = line.Message,
        ["masked"] = line.Masked,
    };

    public static LogLine Read(BsonDocument document) => new(
        document[JobId].AsGuid,
        document["operator"].AsString,
        new DateTimeOffset(document["at"].AsDateTime.ToUniversalTime(), TimeSpan.Zero),
        document["level"].AsString,
        document["message"].AsString,
        document["masked"].AsString)
    {
        Number = document["_id"].AsInt64,
    };
}
