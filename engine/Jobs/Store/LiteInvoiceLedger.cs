using LiteDB;

namespace BotPhone.Jobs.Store;

/// <summary>The ledger in the jobs' own file, written by the jobs' own writer.</summary>
internal sealed class LiteInvoiceLedger(StoreFile file, LiteStoreWriter writer) : IInvoiceLedger
{
    public ValueTask<IReadOnlyList<LedgerEntry>> HeldAsync(InvoiceIdentity invoice) => new(file.Read(database => Held(EntriesIn(database), invoice)));

    public ValueTask<LedgerPage> ListAsync(LedgerQuery query) => new(List(query));

    public ValueTask<AccountPage> AccountsAsync(AccountQuery query) => new(Accounts(query));

    public ValueTask<IReadOnlyList<LedgerEntry>> UnusedSinceAsync(DateTimeOffset moment, int limit) => new(file.Read<List<LedgerEntry>>(database =>
    [
        .. EntriesIn(database).Query().Where(Query.Between(LedgerDocument.UsedAt, DateTime.MinValue, moment.UtcDateTime))
            .OrderBy(LedgerDocument.UsedAt).Limit(limit).ToEnumerable().Select(LedgerDocument.Read),
    ]));

    public ValueTask<LedgerEntry?> FindAsync(long number) => new(file.Read(database => EntriesIn(database).FindById(number)) is { } document ? LedgerDocument.Read(document) : null);

    public ValueTask<bool> IsSharedAsync(LedgerEntry entry) =>
        new(file.Read(database => EntriesIn(database).Query().Where(Query.EQ(LedgerDocument.Key, LedgerDocument.KeyOf(entry))).Limit(2).ToList().Count > 1));

    public Task RemoveAsync(LedgerEntry entry, DateTimeOffset now) => writer.CommitAsync(database =>
    {
        EntriesIn(database).Update(LedgerDocument.Write(entry.Remove(now)));
        return [];
    });

    public static void Prepare(LiteDatabase database)
    {
        var entries = EntriesIn(database);
        entries.EnsureIndex(LedgerDocument.Invoice);
        entries.EnsureIndex(LedgerDocument.Key);
        entries.EnsureIndex(LedgerDocument.UsedAt);
        LedgerIndexes.Ensure(entries);
        AccountsIn(database).EnsureIndex(AccountDocument.Account, unique: true);
        LedgerIndexes.Ensure(AccountsIn(database));
    }

    /// <summary>Adds what a job owes the ledger, as a part of the change that ends the job. A change may be made twice, see <see cref="LiteStoreWriter"/>.</summary>
    public static void Add(LiteDatabase database, Job job)
    {
        foreach (var entry in LedgerEntry.Of(job))
        {
            AddEntry(EntriesIn(database), entry);
            AddMonth(AccountsIn(database), entry.Invoice);
        }
    }

    private LedgerPage List(LedgerQuery query)
    {
        var (index, prefix) = LedgerIndexes.Of(query.Filter);
        var lowest = LedgerDocument.Position(query.From?.FirstDay ?? DateOnly.MinValue, LedgerDocument.First);
        var highest = LedgerDocument.Position(query.To?.LastDay ?? DateOnly.MaxValue, LedgerDocument.Last);
        if (query.After is { } last && LedgerDocument.Position(last.DueDate, last.Number - 1) is var next && string.CompareOrdinal(next, highest) < 0) highest = next;
        if (string.CompareOrdinal(lowest, highest) > 0) return new LedgerPage([], null);

        var found = file.Read<List<LedgerEntry>>(database =>
        [
            .. EntriesIn(database).Query().Where(Query.Between(index, prefix + lowest, prefix + highest))
                .OrderByDescending(index).Limit(query.Limit + 1).ToEnumerable().Select(LedgerDocument.Read),
        ]);
        if (found.Count <= query.Limit) return new LedgerPage(found, null);
        found.RemoveAt(query.Limit);
        return new LedgerPage(found, new LedgerPosition(found[^1].Invoice.DueDate, found[^1].Number));
    }

    private AccountPage Accounts(AccountQuery query)
    {
        var (index, prefix) = LedgerIndexes.Of(query.Filter);
        var (lowest, highest) = (AccountDocument.Position(query.After + 1), AccountDocument.Position(LedgerDocument.Last));
        var found = file.Read<List<HeldAccount>>(database =>
        [
            .. AccountsIn(database).Query().Where(Query.Between(index, prefix + lowest, prefix + highest))
                .OrderBy(index).Limit(query.Limit + 1).ToEnumerable().Select(AccountDocument.Read),
        ]);
        if (found.Count <= query.Limit) return new AccountPage(found, null);
        found.RemoveAt(query.Limit);
        return new AccountPage(found, found[^1].Number);
    }

    private static void AddEntry(ILiteCollection<BsonDocument> entries, LedgerEntry entry)
    {
        if (Held(entries, entry.Invoice).FirstOrDefault(one => one.Document.Key == entry.Document.Key) is not { } known)
            entries.Insert(LedgerDocument.Write(entry with { Number = NextIn(entries) }));
        // Another content under the same key: the file was gone, and has come again.
        else if (known.Document.Sha256 == entry.Document.Sha256) entries.Update(LedgerDocument.Write(known.UseAgain(entry.UsedAt)));
        else entries.Update(LedgerDocument.Write(entry with { Number = known.Number }));
    }

    private static void AddMonth(ILiteCollection<BsonDocument> accounts, InvoiceIdentity invoice)
    {
        var known = accounts.FindOne(Query.EQ(AccountDocument.Account, invoice.Account.Fingerprint));
        var held = known is null ? new HeldAccount(NextIn(accounts), invoice.Account, []) : AccountDocument.Read(known);
        if (!held.Months.Contains(invoice.Month)) accounts.Upsert(AccountDocument.Write(held with { Months = [.. held.Months.Append(invoice.Month).Order()] }));
    }

    private static IReadOnlyList<LedgerEntry> Held(ILiteCollection<BsonDocument> entries, InvoiceIdentity invoice) =>
    [
        .. entries.Find(Query.EQ(LedgerDocument.Invoice, invoice.Fingerprint)).Select(LedgerDocument.Read)
            .Where(entry => entry.RemovedAt is null)
            .OrderByDescending(entry => entry.Number),
    ];

    private static long NextIn(ILiteCollection<BsonDocument> collection) =>
        collection.Query().OrderByDescending("_id").Limit(1).FirstOrDefault() is { } last ? last["_id"].AsInt64 + 1 : 1;

    private static ILiteCollection<BsonDocument> EntriesIn(LiteDatabase database) => database.GetCollection("ledger");

    private static ILiteCollection<BsonDocument> AccountsIn(LiteDatabase database) => database.GetCollection("ledger_accounts");
}
