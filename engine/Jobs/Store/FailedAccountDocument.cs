using LiteDB;

namespace BotPhone.Jobs.Store;

/// <summary>An account without a success as LiteDB keeps it.</summary>
internal static class FailedAccountDocument
{
    public const string At = "at";

    /// <summary>Above all positions.</summary>
    public const string Last = "99999999999999999";

    /// <summary>Below all positions.</summary>
    public const string First = "0";

    public static BsonDocument Write(FailedAccount failed)
    {
        var document = InvoiceDocument.Write(failed.Account);
        document["_id"] = failed.Account.Fingerprint;
        document["filter"] = failed.Filter;
        document["last"] = FailedJobDocument.Write(failed.Last);
        document["attempts"] = failed.Attempts;
        document[At] = failed.Last.At.UtcDateTime;
        LedgerIndexes.Write(document, failed.Account, failed.Position);
        return document;
    }

    public static FailedAccount Read(BsonDocument document) => new(
        InvoiceDocument.ReadAccount(document),
        document["filter"].AsString,
        FailedJobDocument.Read(document["last"].AsDocument),
        document["attempts"].AsInt32);
}
