using LiteDB;

namespace BotPhone.Jobs.Store;

/// <summary>Jobs in one LiteDB file: one writer, readers beside it.</summary>
internal sealed class LiteJobStore : IJobStore, IDisposable
{
    private readonly LiteDatabase _database;
    private readonly LiteStoreWriter _writer;
    private long _lastNumber;

    public LiteJobStore(string file, ILogger<LiteJobStore> log)
    {
        _database = new LiteDatabase(new ConnectionString { Filename = file, Connection = ConnectionType.Direct }) { UtcDate = true };
        Jobs.EnsureIndex(JobDocument.Number, unique: true);
        Jobs.EnsureIndex(JobDocument.Status);
        Logs.EnsureIndex(LogDocument.JobId);
        _lastNumber = Jobs.Count() == 0 ? 0 : Jobs.Max(JobDocument.Number).AsInt64;
        _writer = new LiteStoreWriter(_database, log);
    }

    public string? Fault => _writer.Fault;

    private ILiteCollection<BsonDocument> Jobs => JobsIn(_database);

    private ILiteCollection<BsonDocument> Logs => LogsIn(_database);

    public long NextNumber() => Interlocked.Increment(ref _lastNumber);

    public Task SaveAsync(Job job) => _writer.CommitAsync(database => JobsIn(database).Upsert(JobDocument.Write(job)));

    public void Note(Job job) => _writer.Post(database => JobsIn(database).Upsert(JobDocument.Write(job)));

    public void Append(Guid jobId, LogLine line) => _writer.Post(database => LogsIn(database).Insert(LogDocument.Write(jobId, line)));

    public Job? Find(Guid id) => Jobs.FindById(id) is { } document ? JobDocument.Read(document) : null;

    public IReadOnlyList<LogLine> LogOf(Guid jobId) =>
        [.. Logs.Find(Query.EQ(LogDocument.JobId, jobId)).OrderBy(line => line["_id"].AsInt64).Select(LogDocument.Read)];

    public IReadOnlyList<Job> Newest() => [.. Jobs.Find(Query.All(JobDocument.Number, Query.Descending)).Select(JobDocument.Read)];

    public IReadOnlyList<Job> Unfinished() =>
    [
        .. Jobs.Find(Query.In(JobDocument.Status, nameof(JobStatus.Pending), nameof(JobStatus.Running)))
            .Select(JobDocument.Read)
            .OrderBy(job => job.Number),
    ];

    public async Task<int> RemoveEndedAsync(DateTimeOffset before)
    {
        var removed = 0;
        await _writer.CommitAsync(database =>
        {
            var ended = JobsIn(database)
                .Find(Query.In(JobDocument.Status, nameof(JobStatus.Completed), nameof(JobStatus.Failed)))
                .Where(job => job[JobDocument.CompletedAt].AsDateTime < before.UtcDateTime)
                .Select(job => job["_id"])
                .ToList();
            foreach (var id in ended)
            {
                LogsIn(database).DeleteMany(Query.EQ(LogDocument.JobId, id));
                JobsIn(database).Delete(id);
            }

            removed = ended.Count;
        });
        return removed;
    }

    public void Dispose()
    {
        _writer.Dispose();
        _database.Dispose();
    }

    private static ILiteCollection<BsonDocument> JobsIn(LiteDatabase database) => database.GetCollection("jobs");

    private static ILiteCollection<BsonDocument> LogsIn(LiteDatabase database) => database.GetCollection("logs", BsonAutoId.Int64);
}
