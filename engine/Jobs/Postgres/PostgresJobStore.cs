using BotPhone.Hosting;
using BotPhone.Jobs.Cluster;
using Npgsql;
using NpgsqlTypes;

namespace BotPhone.Jobs.Postgres;

/// <summary>Jobs in a database that several nodes share; see <see cref="PostgresWriter"/> and <see cref="PostgresFeed"/>.</summary>
internal sealed class PostgresJobStore : IJobDatabase, IAsyncDisposable
{
    private const int RemovedAtOnce = 1000;
    private const string ToldOnly = "insert into job_events (number, job_id, kind, content) select nextval('event_numbers'), @id, 'c', @document";
    private const string Insert = "insert into jobs (id, number, operator, status, claim, revision, request_key, completed_at, document) values (@id, @number, @operator, @status, @claim, @revision, @key, @completed, @document)";

    private const string Add = $"with added as ({Insert} on conflict do nothing returning 1) {ToldOnly} from added";

    // Whoever has not taken the job, or writes what was overtaken, changes nothing; nobody takes a job that has ended.
    private const string Save = $"""
        with saved as (
            {Insert} on conflict (id) do update
            set status = excluded.status, claim = excluded.claim, revision = excluded.revision, completed_at = excluded.completed_at, document = excluded.document
            where (jobs.claim = excluded.claim and jobs.revision < excluded.revision) or (jobs.claim + 1 = excluded.claim and jobs.completed_at is null)
            returning 1)
        {ToldOnly} from saved
        """;

    // Whoever takes a job over may have something to say before the change that takes it, or with it.
    private const string Log = """
        insert into job_events (number, job_id, kind, content)
        select nextval('event_numbers'), id, 'l', @document from jobs where id = @id and (@claim is null or @claim = claim or (@claim = claim + 1 and completed_at is null))
        """;

    private const string Remove = """
        with removed as (
            delete from jobs where id in (select id from jobs where completed_at < @before order by completed_at limit @most) returning id, document),
        lines as (delete from job_events using removed where job_id = removed.id)
        insert into job_events (number, job_id, kind, content) select nextval('event_numbers'), id, 'r', document from removed
        """;

    private const string RemovePassing = "delete from job_events where kind <> 'l' and at < now() - interval '1 hour'";

    private readonly PostgresDatabase _database;
    private readonly PostgresFeed _feed;
    private readonly PostgresWriter _writer;
    private readonly IClusterQueue _queue;
    private readonly PostgresPayloads _payloads;

    public PostgresJobStore(PostgresDatabase database, JobFeed feed, IClusterQueue queue, string node, ILogger<PostgresJobStore> log)
    {
        (_database, _queue) = (database, queue);
        _feed = PostgresFeed.Start(database, feed, log);
        _writer = new PostgresWriter(database, _feed, log);
        Ledger = new PostgresInvoiceLedger(database, _writer);
        Failures = new PostgresFailedAccounts(database, _writer);
        Statistics = new PostgresJobStatistics(database, _writer);
        Deploys = new PostgresDeployHistory(database, _writer, feed, node);
        _payloads = new PostgresPayloads(database, _writer);
    }

    public IInvoiceLedger Ledger { get; }

    public IFailedAccounts Failures { get; }

    public IJobStatistics Statistics { get; }

    public IDeployHistory Deploys { get; }

    /// <summary>What clients asked for, in the same database.</summary>
    public IPayloadBoxes Payloads => _payloads;

    public string? Fault => _writer.Fault;

    public JobCounts Counts => _feed.Tally.Counts;

    public async ValueTask<long> NextNumberAsync() => (await _database.Source.ReadAsync("select nextval('job_numbers')", row => row.GetInt64(0)))[0];

    public async Task<Job> AddAsync(Job job)
    {
        var stored = job;
        await _writer.TryCommitAsync(async transaction =>
        {
            stored = job;
            if (await transaction.ExecuteAsync(Add, Values(job)) > 0)
            {
                _payloads.Add(transaction, job.Id);
                await transaction.FlushAsync();
                await _queue.EnqueueAsync(job, transaction.Inner);
            }
            else if (job.RequestKey is { } key && await transaction.ReadAsync("select document from jobs where request_key = @key", new NpgsqlParameter("key", key)) is string earlier)
            {
                stored = ReadJob(earlier);
            }
        });
        if (stored.Id == job.Id) _payloads.Forget(job.Id);
        return stored;
    }

    public Task SaveAsync(Job job, LogLine? lastLine = null) => _writer.CommitAsync(async transaction =>
    {
        if (lastLine is not null) Post(transaction, lastLine);
        if (await transaction.ExecuteAsync(Save, Values(job)) == 0) throw new JobTakenException(job.Id);
        if (!job.HasEnded) return;
        if (ProcessoUpdate.Of(job) is { } update) Post(transaction, update);
        PostgresInvoiceLedger.Add(transaction, job);
        PostgresFailedAccounts.Note(transaction, job);
        PostgresJobStatistics.Add(transaction, job);
    });

    public async ValueTask ConfirmAsync(Job job)
    {
        var later = await _database.Source.ReadAsync("select 1 from jobs where id = @id and claim > @claim", row => row.GetInt32(0), new("id", job.Id), new("claim", job.Claim));
        if (later.Count > 0) throw new JobTakenException(job.Id);
    }

    public void Note(Job job) => _writer.Post(transaction =>
    {
        transaction.Post(Save, Values(job));
        return Task.CompletedTask;
    });

    public void Append(LogLine line) => _writer.Post(transaction =>
    {
        Post(transaction, line);
        return Task.CompletedTask;
    });

    public async ValueTask<Job?> FindAsync(Guid id) =>
        (await _database.Source.ReadAsync("select document from jobs where id = @id", row => ReadJob(row.GetString(0)), new NpgsqlParameter("id", id))).SingleOrDefault();

    public async ValueTask<IReadOnlyList<LogLine>> LogOfAsync(Guid jobId) => await _database.Source.ReadAsync(
        "select number, content from job_events where job_id = @id and kind = 'l' order by number", ReadLine, new NpgsqlParameter("id", jobId));

    public async ValueTask<LoggedJob?> ReadAsync(Guid id) => await FindAsync(id) is { } job ? new LoggedJob(job, await LogOfAsync(id)) : null;

    public async ValueTask<IReadOnlyList<LogLine>> LinesAfterAsync(long number, int limit) => await _database.Source.ReadAsync(
        "select number, content from job_events where number > @number and kind = 'l' order by number limit @limit", ReadLine, new("number", number), new("limit", limit));

    public async ValueTask<JobPage> ListAsync(JobQuery query)
    {
        var conditions = new List<string> { "number < @before" };
        if (query.Status is not null) conditions.Add("status = @status");
        if (query.Operator is not null) conditions.Add("operator = @operator");
        var jobs = await _database.Source.ReadAsync(
            $"select document from jobs where {string.Join(" and ", conditions)} order by number desc limit @limit",
            row => ReadJob(row.GetString(0)),
            new("before", query.Before ?? long.MaxValue),
            Text("status", query.Status?.ToString()),
            Text("operator", query.Operator),
            new("limit", query.Limit is { } limit ? limit + 1L : long.MaxValue));
        IReadOnlyList<Job> page = jobs.Count > query.Limit ? jobs.Take(query.Limit.Value).ToList() : jobs;
        return new JobPage(_feed.Tally.Count(query.Status, query.Operator), page, page.Count < jobs.Count ? page[^1].Number : null);
    }

    public async ValueTask<IReadOnlyList<Job>> UnfinishedAsync() =>
        await _database.Source.ReadAsync("select document from jobs where status in ('Pending', 'Running') order by number", row => ReadJob(row.GetString(0)));

    public async Task<int> RemoveEndedAsync(DateTimeOffset before)
    {
        int removed, all = 0;
        do
        {
            removed = 0;
            await _writer.CommitAsync(async transaction => removed = await transaction.ExecuteAsync(Remove, Moment("before", before), new("most", RemovedAtOnce)));
            all += removed;
        }
        while (removed == RemovedAtOnce);
        await _writer.CommitAsync(transaction => transaction.ExecuteAsync(RemovePassing));
        return all;
    }

    public async ValueTask<IReadOnlyList<ProcessoUpdate>> DueAsync(int limit) => await _database.Source.ReadAsync(
        "select document, due_at from processo_updates order by due_at limit @limit",
        row => StoredJson.Read(row.GetString(0), StoredJson.Default.ProcessoUpdate) with { DueAt = row.GetFieldValue<DateTimeOffset>(1) },
        new NpgsqlParameter("limit", limit));

    public async Task<bool> TryTakeAsync(ProcessoUpdate update, DateTimeOffset until)
    {
        await using var command = _database.Source.CreateCommand("update processo_updates set due_at = @until where job_id = @id and due_at = @due");
        command.Parameters.AddRange(new[] { new("id", update.JobId), Moment("due", update.DueAt), Moment("until", until) });
        return await command.ExecuteNonQueryAsync() > 0;
    }

    public Task PostponeAsync(ProcessoUpdate update) => _writer.CommitAsync(transaction => transaction.ExecuteAsync(
        "update processo_updates set due_at = @due, document = @document where job_id = @id", Values(update)));

    public Task CloseAsync(ProcessoUpdate update) =>
        _writer.CommitAsync(transaction => transaction.ExecuteAsync("delete from processo_updates where job_id = @id", new NpgsqlParameter("id", update.JobId)));

    public async ValueTask<FrozenLogin?> FindFrozenAsync(string loginKey) => (await _database.Source.ReadAsync(
        "select document from frozen_logins where login_key = @key", row => StoredJson.Read(row.GetString(0), StoredJson.Default.FrozenLogin), new NpgsqlParameter("key", loginKey))).SingleOrDefault();

    public Task FreezeAsync(FrozenLogin login) => _writer.CommitAsync(transaction => transaction.ExecuteAsync(
        "insert into frozen_logins (login_key, at, document) values (@key, @at, @document) on conflict (login_key) do update set at = excluded.at, document = excluded.document",
        new("key", login.LoginKey), Moment("at", login.At), Json("document", StoredJson.Write(login, StoredJson.Default.FrozenLogin))));

    public Task ThawAsync(string loginKey) =>
        _writer.CommitAsync(transaction => transaction.ExecuteAsync("delete from frozen_logins where login_key = @key", new NpgsqlParameter("key", loginKey)));

    public Task ThawAllAsync(DateTimeOffset before) =>
        _writer.CommitAsync(transaction => transaction.ExecuteAsync("delete from frozen_logins where at < @before", Moment("before", before)));

    public void Dispose() => DisposeAsync().AsTask().GetAwaiter().GetResult();

    public async ValueTask DisposeAsync()
    {
        await _writer.DisposeAsync();
        await _feed.DisposeAsync();
    }

    public static NpgsqlParameter Json(string name, string json) => new(name, NpgsqlDbType.Jsonb) { Value = json };

    public static NpgsqlParameter Moment(string name, DateTimeOffset? moment) => new(name, NpgsqlDbType.TimestampTz) { Value = moment is { } at ? at.UtcDateTime : DBNull.Value };

    public static NpgsqlParameter Text(string name, string? text) => new(name, NpgsqlDbType.Text) { Value = (object?)text ?? DBNull.Value };

    private static void Post(PostgresTransaction transaction, LogLine line) => transaction.Post(
        Log,
        new("id", line.JobId),
        new("claim", NpgsqlDbType.Integer) { Value = (object?)line.Claim ?? DBNull.Value },
        Json("document", StoredJson.Write(line, StoredJson.Default.LogLine)));

    private static void Post(PostgresTransaction transaction, ProcessoUpdate update) => transaction.Post(
        "insert into processo_updates (job_id, due_at, document) values (@id, @due, @document) on conflict (job_id) do update set due_at = excluded.due_at, document = excluded.document",
        Values(update));

    private static NpgsqlParameter[] Values(ProcessoUpdate update) =>
        [new("id", update.JobId), Moment("due", update.DueAt), Json("document", StoredJson.Write(update, StoredJson.Default.ProcessoUpdate))];

    private static NpgsqlParameter[] Values(Job job) =>
    [
        new("id", job.Id), new("number", job.Number), new("operator", job.Operator), new("status", job.Status.ToString()), new("claim", job.Claim), new("revision", job.Revision),
        Text("key", job.RequestKey), Moment("completed", job.CompletedAt), Json("document", StoredJson.Write(job, StoredJson.Default.Job)),
    ];

    private static Job ReadJob(string json) => StoredJson.Read(json, StoredJson.Default.Job);

    private static LogLine ReadLine(NpgsqlDataReader row) => StoredJson.Read(row.GetString(1), StoredJson.Default.LogLine) with { Number = row.GetInt64(0) };
}
