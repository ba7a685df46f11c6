using LiteDB;

namespace BotPhone.Jobs.Store;

/// <summary>An update for a processo as LiteDB keeps it.</summary>
internal static class UpdateDocument
{
    public const string DueAt = "due_at";

    public static BsonDocument Write(ProcessoUpdate update) => new()
    {
        ["_id"] = update.JobId,
        ["operator"] = update.Operator,
        ["processo_id"] = update.ProcessoId,
        ["status"] = update.Status,
        ["result"] = update.Result,
        ["error"] = update.Error,
        ["ended_at"] = update.EndedAt.UtcDateTime,
        ["attempts"] = update.Attempts,
        [DueAt] = update.DueAt.UtcDateTime,
    };

    public static ProcessoUpdate Read(BsonDocument document) => new(
        document["_id"].AsGuid,
        document["operator"].AsString,
        document["processo_id"].AsGuid,
        document["status"].AsString,
        document["result"].AsString,
        document["error"].AsString,
        new DateTimeOffset(document["ended_at"].AsDateTime.ToUniversalTime(), TimeSpan.Zero),
        document["attempts"].AsInt32,
        new DateTimeOffset(document[DueAt].AsDateTime.ToUniversalTime(), TimeSpan.Zero));
}
