using LiteDB;

namespace BotPhone.Jobs.Store;

/// <summary>
/// An index for each combination of operator, CNPJ and account by which the ledger can be narrowed. Its keys end in the place where
/// a page may begin, so that a page is one walk along an index, however much there is.
/// </summary>
internal static class LedgerIndexes
{
    private const int Combinations = 8;

    public static void Ensure(ILiteCollection<BsonDocument> collection)
    {
        for (var combination = 0; combination < Combinations; combination++) collection.EnsureIndex(NameOf(combination), unique: true);
    }

    /// <param name="position">Of the same length for all documents, in the order of pages.</param>
    public static void Write(BsonDocument document, InvoiceAccount account, string position)
    {
        for (var combination = 0; combination < Combinations; combination++)
        {
            var filter = new LedgerFilter(
                (combination & 1) != 0 ? account.Operator : null,
                (combination & 2) != 0 ? account.Cnpj : null,
                (combination & 4) != 0 ? account.Number : null);
            var (name, prefix) = Of(filter);
            document[name] = prefix + position;
        }
    }

    /// <summary>The index for a filter, and what its keys begin with.</summary>
    public static (string Name, string Prefix) Of(LedgerFilter filter) => (
        NameOf((filter.Operator is null ? 0 : 1) + (filter.Cnpj is null ? 0 : 2) + (filter.Number is null ? 0 : 4)),
        Fingerprint.Of(filter.Operator, filter.Cnpj?.Value, filter.Number));

    private static string NameOf(int combination) => $"by_{combination}";
}
