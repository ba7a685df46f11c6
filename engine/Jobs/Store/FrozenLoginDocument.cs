using LiteDB;

namespace BotPhone.Jobs.Store;

/// <summary>A frozen login as LiteDB keeps it.</summary>
internal static class FrozenLoginDocument
{
    public const string At = "at";

    public static BsonDocument Write(FrozenLogin login) => new()
    {
        ["_id"] = login.LoginKey,
        ["salt"] = login.Salt,
        ["hash"] = login.Hash,
        [At] = login.At.UtcDateTime,
    };

    public static FrozenLogin Read(BsonDocument document) => new(
        document["_id"].AsString,
        document["salt"].AsBinary,
        document["hash"].AsBinary,
        new DateTimeOffset(document[At].AsDateTime.ToUniversalTime(), TimeSpan.Zero));
}
