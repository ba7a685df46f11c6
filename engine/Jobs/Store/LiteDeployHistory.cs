using LiteDB;

namespace BotPhone.Jobs.Store;

/// <summary>The history of operators in the jobs' own file, written by the jobs' own writer.</summary>
internal sealed class LiteDeployHistory : IDeployHistory
{
    private const int Longest = 500;
    private readonly StoreFile _file;
    private readonly LiteStoreWriter _writer;
    private readonly DeploysBefore _before;
    private long _last;

    /// <param name="left">What the server before this one noted, in order.</param>
    public LiteDeployHistory(StoreFile file, LiteStoreWriter writer, IReadOnlyList<BsonDocument> left)
    {
        (_file, _writer) = (file, writer);
        _before = new DeploysBefore(left.Select(DeployDocument.Read));
        if (left is [.., var newest]) _last = newest["_id"].AsInt64;
    }

    public void Add(OperatorChanged change)
    {
        if (_before.Left(change))
        {
            _writer.Post(_ => [change]);
            return;
        }

        var number = Interlocked.Increment(ref _last);
        _ = _writer.CommitAsync(database =>
        {
            In(database).Upsert(DeployDocument.Write(number, change));
            In(database).DeleteMany(Query.LTE("_id", number - Longest));
            return [change];
        });
    }

    public ValueTask<IReadOnlyList<OperatorChanged>> NewestAsync(int limit) =>
        new(_file.Read<List<OperatorChanged>>(database => [.. In(database).Query().OrderByDescending("_id").Limit(limit).ToEnumerable().Select(DeployDocument.Read)]));

    public static IReadOnlyList<BsonDocument> All(LiteDatabase database) => [.. In(database).Query().OrderBy("_id").ToEnumerable()];

    private static ILiteCollection<BsonDocument> In(LiteDatabase database) => database.GetCollection("deploys");
}
