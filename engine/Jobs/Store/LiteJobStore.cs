using LiteDB;

namespace BotPhone.Jobs.Store;

/// <summary>Jobs in one LiteDB file: one writer, readers beside it.</summary>
internal sealed class LiteJobStore : IJobDatabase
{
    public const string FileName = "botphone.db";
    private readonly StoreFile _file;
    private readonly LiteStoreWriter _writer;
    private readonly JobTally _tally = new();
    private readonly ReadJobs _read;
    private readonly JobFeed _feed;
    private long _lastNumber;
    private long _lastLine;

    public LiteJobStore(string file, JobFeed feed, TimeProvider time, ILogger<LiteJobStore> log)
    {
        _feed = feed;
        _file = StoreFile.Open(file, time);
        IReadOnlyList<BsonDocument> deploys;
        try
        {
            Prepare(_file.Database, time);
            deploys = LiteDeployHistory.All(_file.Database);
            _file.Keep();
        }
        catch (Exception exception) when (exception is not (IOException or UnauthorizedAccessException))
        {
            throw _file.GiveUp(exception);
        }

        _feed.StartAfter(_lastLine);
        _read = new ReadJobs(id => Find(id) is { } job ? new LoggedJob(job, LogOf(id)) : null);
        _writer = new LiteStoreWriter(_file, Tell, log);
        Ledger = new LiteInvoiceLedger(_file, _writer);
        Failures = new LiteFailedAccounts(_file, _writer);
        Statistics = new LiteJobStatistics(_file, _writer);
        Deploys = new LiteDeployHistory(_file, _writer, deploys);
    }

    public IInvoiceLedger Ledger { get; }

    public IFailedAccounts Failures { get; }

    public IJobStatistics Statistics { get; }

    public IDeployHistory Deploys { get; }

    public string? Fault => _writer.Fault;

    public JobCounts Counts => _tally.Counts;

    public ValueTask<long> NextNumberAsync() => new(Interlocked.Increment(ref _lastNumber));

    public async Task<Job> AddAsync(Job job)
    {
        var stored = job;
        await _writer.TryCommitAsync(Add, database => JobsIn(database).Delete(job.Id));
        return stored;

        IEnumerable<JobEvent> Add(LiteDatabase database)
        {
            if (job.RequestKey is { } key && JobsIn(database).FindOne(Query.EQ(JobDocument.RequestKey, key)) is { } earlier)
            {
                stored = JobDocument.Read(earlier);
                return [];
            }

            JobsIn(database).Insert(JobDocument.Write(job));
            return [new JobChanged(job)];
        }
    }

    public Task SaveAsync(Job job, LogLine? lastLine = null) => _writer.CommitAsync(database =>
    {
        if (ProcessoUpdate.Of(job) is { } update) UpdatesIn(database).Upsert(UpdateDocument.Write(update));
        LiteInvoiceLedger.Add(database, job);
        if (job.HasEnded && !HasEnded(database, job.Id))
        {
            LiteFailedAccounts.Note(database, job);
            LiteJobStatistics.Add(database, job);
        }

        return lastLine is null ? Upsert(database, job) : [.. Log(database, lastLine), .. Upsert(database, job)];
    });

    // There is no other node.
    public ValueTask ConfirmAsync(Job job) => default;

    public void Note(Job job) => _writer.Post(database => Upsert(database, job));

    public void Append(LogLine line) => _writer.Post(database => Log(database, line));

    public ValueTask<Job?> FindAsync(Guid id) => new(Find(id));

    public ValueTask<IReadOnlyList<LogLine>> LogOfAsync(Guid jobId) => new(LogOf(jobId));

    public ValueTask<LoggedJob?> ReadAsync(Guid id) => new(_read.Find(id));

    public ValueTask<IReadOnlyList<LogLine>> LinesAfterAsync(long number, int limit) => new(_file.Read<List<LogLine>>(database =>
        [.. LogsIn(database).Query().Where(Query.GT("_id", number)).OrderBy("_id").Limit(limit).ToEnumerable().Select(LogDocument.Read)]));

    public ValueTask<JobPage> ListAsync(JobQuery query)
    {
        var jobs = _file.Read(database => JobListing.Read(JobsIn(database), query, query.Limit is { } limit ? limit + 1 : int.MaxValue));
        var page = jobs.Count > query.Limit ? jobs.Take(query.Limit.Value).ToList() : jobs;
        return new(new JobPage(_tally.Count(query.Status, query.Operator), page, page.Count < jobs.Count ? page[^1].Number : null));
    }

    public ValueTask<IReadOnlyList<Job>> UnfinishedAsync() => new(
    [
        .. JobsIn(_file.Database).Find(Query.In(JobDocument.Status, nameof(JobStatus.Pending), nameof(JobStatus.Running)))
            .Select(JobDocument.Read)
            .OrderBy(job => job.Number),
    ]);

    public async Task<int> RemoveEndedAsync(DateTimeOffset before)
    {
        var removed = 0;
        await _writer.CommitAsync(database =>
        {
            var ended = JobsIn(database)
                .Find(Query.Between(JobDocument.CompletedAt, DateTime.MinValue, before.UtcDateTime))
                .Select(JobDocument.Read)
                .ToList();
            foreach (var job in ended)
            {
                LogsIn(database).DeleteMany(Query.EQ(LogDocument.JobId, job.Id));
                JobsIn(database).Delete(job.Id);
            }

            removed = ended.Count;
            return ended.Select(job => new JobRemoved(job));
        });
        return removed;
    }

    public ValueTask<IReadOnlyList<ProcessoUpdate>> DueAsync(int limit) => new(_file.Read<List<ProcessoUpdate>>(database =>
        [.. UpdatesIn(database).Query().OrderBy(UpdateDocument.DueAt).Limit(limit).ToEnumerable().Select(UpdateDocument.Read)]));

    // There is one server, which remembers what it has in hand.
    public Task<bool> TryTakeAsync(ProcessoUpdate update, DateTimeOffset until) => Task.FromResult(true);

    public Task PostponeAsync(ProcessoUpdate update) => _writer.CommitAsync(database =>
    {
        UpdatesIn(database).Update(UpdateDocument.Write(update));
        return [];
    });

    public Task CloseAsync(ProcessoUpdate update) => _writer.CommitAsync(database =>
    {
        UpdatesIn(database).Delete(update.JobId);
        return [];
    });

    public ValueTask<FrozenLogin?> FindFrozenAsync(string loginKey) =>
        new(_file.Read(database => FrozenIn(database).FindById(loginKey)) is { } document ? FrozenLoginDocument.Read(document) : null);

    public Task FreezeAsync(FrozenLogin login) => _writer.CommitAsync(database =>
    {
        FrozenIn(database).Upsert(FrozenLoginDocument.Write(login));
        return [];
    });

    public Task ThawAsync(string loginKey) => _writer.CommitAsync(database =>
    {
        FrozenIn(database).Delete(loginKey);
        return [];
    });

    public Task ThawAllAsync(DateTimeOffset before) => _writer.CommitAsync(database =>
    {
        FrozenIn(database).DeleteMany(Query.LT(FrozenLoginDocument.At, before.UtcDateTime));
        return [];
    });

    public void Dispose()
    {
        _writer.Dispose();
        _file.Dispose();
        _read.Dispose();
    }

    private void Prepare(LiteDatabase database, TimeProvider time)
    {
        var jobs = JobsIn(database);
        jobs.EnsureIndex(JobDocument.Number, unique: true);
        jobs.EnsureIndex(JobDocument.Status);
        jobs.EnsureIndex(JobDocument.CompletedAt);
        jobs.EnsureIndex(JobDocument.RequestKey);
        JobListing.EnsureIndexes(jobs);
        LogsIn(database).EnsureIndex(LogDocument.JobId);
        UpdatesIn(database).EnsureIndex(UpdateDocument.DueAt);
        FrozenIn(database).EnsureIndex(FrozenLoginDocument.At);
        LiteInvoiceLedger.Prepare(database);
        LiteFailedAccounts.Prepare(database);
        foreach (var job in jobs.FindAll()) _tally.Apply(new JobChanged(JobDocument.Read(job)));
        _lastNumber = jobs.Count() == 0 ? 0 : jobs.Max(JobDocument.Number).AsInt64;
        // From the clock, so that the number of a line that was told and then lost with the process is never given again.
        var now = time.GetUtcNow().ToUnixTimeMilliseconds() * 1000;
        _lastLine = LogsIn(database).Count() == 0 ? now : Math.Max(now, LogsIn(database).Max("_id").AsInt64);
    }

    private Job? Find(Guid id) => _file.Read(database => JobsIn(database).FindById(id)) is { } document ? JobDocument.Read(document) : null;

    private List<LogLine> LogOf(Guid jobId) =>
        _file.Read<List<LogLine>>(database => [.. LogsIn(database).Find(Query.EQ(LogDocument.JobId, jobId)).OrderBy(line => line["_id"].AsInt64).Select(LogDocument.Read)]);

    private void Tell(IReadOnlyList<JobEvent> events)
    {
        foreach (var one in events)
        {
            _read.Drop(one);
            _tally.Apply(one);
        }

        _feed.Publish(events);
    }

    private IEnumerable<JobEvent> Log(LiteDatabase database, LogLine line)
    {
        var numbered = line with { Number = ++_lastLine };
        LogsIn(database).Insert(LogDocument.Write(numbered));
        return [new LineLogged(numbered)];
    }

    // What is stored says whether a job was counted: a change may be made twice, see LiteStoreWriter.
    private static bool HasEnded(LiteDatabase database, Guid id) => JobsIn(database).FindById(id) is { } known && JobDocument.Read(known).HasEnded;

    private static IEnumerable<JobEvent> Upsert(LiteDatabase database, Job job)
    {
        JobsIn(database).Upsert(JobDocument.Write(job));
        return [new JobChanged(job)];
    }

    private static ILiteCollection<BsonDocument> JobsIn(LiteDatabase database) => database.GetCollection("jobs");

    private static ILiteCollection<BsonDocument> LogsIn(LiteDatabase database) => database.GetCollection("logs");

    private static ILiteCollection<BsonDocument> FrozenIn(LiteDatabase database) => database.GetCollection("frozen_logins");

    private static ILiteCollection<BsonDocument> UpdatesIn(LiteDatabase database) => database.GetCollection("processo_updates");
}
