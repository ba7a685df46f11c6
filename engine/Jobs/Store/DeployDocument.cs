using LiteDB;

namespace BotPhone.Jobs.Store;

/// <summary>What happened to an operator as LiteDB keeps it.</summary>
internal static class DeployDocument
{
    public static BsonDocument Write(long number, OperatorChanged change) => new()
    {
        ["_id"] = number,
        ["code"] = change.Code,
        ["version"] = change.Version,
        ["state"] = change.State,
        ["message"] = change.Message,
        ["at"] = change.At.UtcDateTime,
    };

    public static OperatorChanged Read(BsonDocument document) => new(
        document["code"].AsString,
        document["version"].AsString,
        document["state"].AsString,
        document["message"].AsString,
        new DateTimeOffset(document["at"].AsDateTime.ToUniversalTime(), TimeSpan.Zero));
}
