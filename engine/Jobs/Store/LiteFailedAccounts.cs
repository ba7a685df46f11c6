using LiteDB;

namespace BotPhone.Jobs.Store;

/// <summary>The accounts without a success in the jobs' own file, written by the jobs' own writer.</summary>
internal sealed class LiteFailedAccounts(StoreFile file, LiteStoreWriter writer) : IFailedAccounts
{
    public ValueTask<FailurePage> ListAsync(FailureQuery query)
    {
        var (index, prefix) = LedgerIndexes.Of(query.Filter);
        var found = file.Read<List<FailedAccount>>(database =>
        [
            // One more than asked for tells whether there are others, and another one is where the page before ended.
            .. In(database).Query().Where(Query.Between(index, prefix + FailedAccountDocument.First, prefix + (query.After ?? FailedAccountDocument.Last)))
                .OrderByDescending(index).Limit(query.Limit + 2).ToEnumerable().Select(FailedAccountDocument.Read),
        ]);
        found.RemoveAll(failed => failed.Position == query.After);
        var page = found.Take(query.Limit).ToList();
        return new(new FailurePage(page, page.Count < found.Count ? page[^1].Position : null));
    }

    public Task RemoveAsync(DateTimeOffset before) => writer.CommitAsync(database =>
    {
        In(database).DeleteMany(Query.LT(FailedAccountDocument.At, before.UtcDateTime));
        return [];
    });

    public static void Prepare(LiteDatabase database)
    {
        In(database).EnsureIndex(FailedAccountDocument.At);
        LedgerIndexes.Ensure(In(database));
    }

    /// <summary>Notes how a job ended, as a part of the change that ends it. To be called once for each job.</summary>
    public static void Note(LiteDatabase database, Job job)
    {
        if (job.Client.AccountWith(job.Operator) is not { } account) return;
        var accounts = In(database);
        var id = account.Fingerprint;
        if (FailedJob.Of(job) is not { } failure)
        {
            accounts.Delete(id);
            return;
        }

        var before = accounts.FindById(id) is { } known ? FailedAccountDocument.Read(known).Attempts : 0;
        accounts.Upsert(FailedAccountDocument.Write(new FailedAccount(account, job.Client.Filter!, failure, before + 1)));
    }

    private static ILiteCollection<BsonDocument> In(LiteDatabase database) => database.GetCollection("failed_accounts");
}
