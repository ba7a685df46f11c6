using System.Globalization;
using LiteDB;

namespace BotPhone.Jobs.Store;

/// <summary>An entry of the ledger as LiteDB keeps it.</summary>
internal static class LedgerDocument
{
    public const string Invoice = "invoice";
    public const string Key = "key";
    public const string UsedAt = "used_at";

    /// <summary>The lowest and the highest number in an index.</summary>
    public const long First = 0;

    /// <inheritdoc cref="First"/>
    public const long Last = long.MaxValue;

    public static BsonDocument Write(LedgerEntry entry)
    {
        // What was removed is neither found by its key, nor removed once more.
        var isHeld = entry.RemovedAt is null;
        var document = new BsonDocument
        {
            ["_id"] = entry.Number,
            [Invoice] = entry.Invoice.Fingerprint,
            ["identity"] = InvoiceDocument.Write(entry.Invoice),
            [Key] = isHeld ? KeyOf(entry) : BsonValue.Null,
            ["document"] = StoredDocumentDocument.Write(entry.Document),
            ["job"] = entry.JobId,
            ["stored_at"] = entry.StoredAt.UtcDateTime,
            [UsedAt] = isHeld ? entry.UsedAt.UtcDateTime : BsonValue.Null,
            ["removed_at"] = entry.RemovedAt is { } removed ? removed.UtcDateTime : BsonValue.Null,
        };
        LedgerIndexes.Write(document, entry.Invoice.Account, Position(entry.Invoice.DueDate, entry.Number));
        return document;
    }

    public static LedgerEntry Read(BsonDocument document) => new(
        InvoiceDocument.Read(document["identity"].AsDocument),
        StoredDocumentDocument.Read(document["document"].AsDocument),
        document["job"].AsGuid,
        ReadTime(document["stored_at"])!.Value)
    {
        Number = document["_id"].AsInt64,
        UsedAt = ReadTime(document[UsedAt]) ?? ReadTime(document["stored_at"])!.Value,
        RemovedAt = ReadTime(document["removed_at"]),
    };

    public static string KeyOf(LedgerEntry entry) => Fingerprint.Of(entry.Document.Key);

    public static string Position(DateOnly dueDate, long number) => string.Create(CultureInfo.InvariantCulture, $"{dueDate:yyyyMMdd}{number:D19}");

    private static DateTimeOffset? ReadTime(BsonValue value) => value.IsNull ? null : new DateTimeOffset(value.AsDateTime.ToUniversalTime(), TimeSpan.Zero);
}
