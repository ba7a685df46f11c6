using LiteDB;

namespace BotPhone.Jobs.Store;

/// <summary>A log line as LiteDB keeps it, in its own collection: a job stays small however much it says.</summary>
internal static class LogDocument
{
    public const string JobId = "job";

    public static BsonDocument Write(Guid jobId, LogLine line) => new()
    {
        [JobId] = jobId,
        ["at"] = line.Timestamp.UtcDateTime,
        ["level"] = line.Level,
        ["message"] = line.Message,
    };

    public static LogLine Read(BsonDocument document) => new(
        new DateTimeOffset(document["at"].AsDateTime.ToUniversalTime(), TimeSpan.Zero),
        document["level"].AsString,
        document["message"].AsString);
}
