using System.Globalization;
using LiteDB;

namespace BotPhone.Jobs.Store;

/// <summary>An account of the ledger as LiteDB keeps it: what is missing in it is known without reading its entries.</summary>
internal static class AccountDocument
{
    public const string Account = "fingerprint";

    public static BsonDocument Write(HeldAccount held)
    {
        var document = InvoiceDocument.Write(held.Account);
        document["_id"] = held.Number;
        document[Account] = held.Account.Fingerprint;
        document["months"] = new BsonArray(held.Months.Select(month => new BsonValue(month.Index)));
        LedgerIndexes.Write(document, held.Account, Position(held.Number));
        return document;
    }

    public static HeldAccount Read(BsonDocument document) => new(
        document["_id"].AsInt64,
        InvoiceDocument.ReadAccount(document),
        [.. document["months"].AsArray.Select(month => new Month(month.AsInt32))]);

    public static string Position(long number) => number.ToString("D19", CultureInfo.InvariantCulture);
}
