using LiteDB;

namespace BotPhone.Jobs.Store;

/// <summary>A remembered failure as LiteDB keeps it.</summary>
internal static class FailedJobDocument
{
    public const string At = "at";

    public static BsonDocument Write(FailedJob failure) => new()
    {
        ["job"] = failure.JobId,
        ["operator"] = failure.Operator,
        ["error_code"] = failure.ErrorCode,
        ["error"] = failure.Error,
        [At] = failure.At.UtcDateTime,
    };

    public static FailedJob Read(BsonDocument document) => new(
        document["job"].AsGuid,
        document["operator"].AsString,
        document["error_code"].AsString,
        document["error"].AsString,
        new DateTimeOffset(document[At].AsDateTime.ToUniversalTime(), TimeSpan.Zero));
}
