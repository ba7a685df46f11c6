using LiteDB;

namespace BotPhone.Jobs.Store;

/// <summary>The history of operators in the jobs' own file, written by the jobs' own writer.</summary>
internal sealed class LiteDeployHistory : IDeployHistory
{
    private const int Longest = 500;
    private readonly StoreFile _file;
    private readonly LiteStoreWriter _writer;
    private readonly Lock _lock = new();
    private readonly Dictionary<(string Code, bool IsRejected), OperatorChanged> _left = [];
    private long _last;

    /// <param name="left">What the server before this one noted, in order.</param>
    public LiteDeployHistory(StoreFile file, LiteStoreWriter writer, IReadOnlyList<BsonDocument> left)
    {
        (_file, _writer) = (file, writer);
        foreach (var document in left)
        {
            var change = DeployDocument.Read(document);
            _left[KindOf(change)] = change;
            _last = document["_id"].AsInt64;
        }
    }

    public void Add(OperatorChanged change)
    {
        long number;
        lock (_lock)
        {
            // What is said of an operator for the first time since the start may be what was said last before it.
            if (_left.Remove(KindOf(change), out var left) && IsAsLeft(left, change))
            {
                _writer.Post(_ => [change]);
                return;
            }

            number = ++_last;
        }

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

    private static (string Code, bool IsRejected) KindOf(OperatorChanged change) => (change.Code, change.State == OperatorChanged.Rejected);

    private static bool IsAsLeft(OperatorChanged left, OperatorChanged change) => change.State == OperatorChanged.Rejected
        ? left.Message == change.Message
        : change.State == OperatorChanged.Loaded && left.State is OperatorChanged.Loaded or OperatorChanged.RolledBack && left.Version == change.Version;

    private static ILiteCollection<BsonDocument> In(LiteDatabase database) => database.GetCollection("deploys");
}
