using BotPhone.Hosting;
using BotPhone.Jobs.Store;
using Npgsql;

namespace BotPhone.Jobs.Postgres;

/// <summary>
/// Tells this node's listeners what happens to jobs on all nodes, in one order. A notification only says that there is something new; what it is
/// stands in the table, so that one that was missed is caught up with the next, or when the connection is there again.
/// </summary>
internal sealed class PostgresFeed : IAsyncDisposable
{
    /// <summary>Part of each transaction that writes events.</summary>
    public const string Notify = $"select pg_notify('{Channel}', '')";

    private const string Channel = "botphone_events";
    private const int Page = 1000;
    private static readonly TimeSpan RetryPause = TimeSpan.FromSeconds(1);
    private readonly PostgresDatabase _database;
    private readonly JobFeed _feed;
    private readonly ILogger _log;
    private readonly SemaphoreSlim _reading = new(1);
    private readonly CancellationTokenSource _stop = new();
    private readonly Task _listening;
    private long _last;

    private PostgresFeed(PostgresDatabase database, JobFeed feed, JobTally tally, long last, ILogger log)
    {
        (_database, _feed, Tally, _last, _log) = (database, feed, tally, last, log);
        feed.StartAfter(last);
        _listening = Task.Run(ListenAsync);
    }

    /// <summary>How many jobs there are in the cluster, as far as was told.</summary>
    public JobTally Tally { get; }

    public static PostgresFeed Start(PostgresDatabase database, JobFeed feed, ILogger log)
    {
        var tally = new JobTally();
        // What is counted, and where the events go on, are of the same moment.
        using var connection = database.Source.OpenConnection();
        using var transaction = connection.BeginTransaction(System.Data.IsolationLevel.RepeatableRead);
        using var all = new NpgsqlBatch(connection, transaction)
        {
            BatchCommands =
            {
                new("select coalesce(max(number), 0) from job_events"),
                new("select operator, status, count(*) from jobs where completed_at is not null group by operator, status"),
                new("select document from jobs where completed_at is null"),
            },
        };
        using var reader = all.ExecuteReader();
        reader.Read();
        var last = reader.GetInt64(0);
        reader.NextResult();
        while (reader.Read()) tally.Add(reader.GetString(0), Enum.Parse<JobStatus>(reader.GetString(1)), (int)reader.GetInt64(2));
        reader.NextResult();
        while (reader.Read()) tally.Apply(new JobChanged(StoredJson.Read(reader.GetString(0), StoredJson.Default.Job)));
        return new PostgresFeed(database, feed, tally, last, log);
    }

    /// <summary>Tells all that has happened up to now.</summary>
    public async Task CatchUpAsync()
    {
        await _reading.WaitAsync();
        try
        {
            while (await ReadAsync() == Page)
            {
                // There is more.
            }
        }
        finally
        {
            _reading.Release();
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_stop.IsCancellationRequested) return;
        await _stop.CancelAsync();
        await _listening;
        _stop.Dispose();
        _reading.Dispose();
    }

    private async Task<int> ReadAsync()
    {
        var events = await _database.Source.ReadAsync(
            "select number, kind, content from job_events where number > @last order by number limit @page", Event, new("last", _last), new("page", Page));
        if (events.Count == 0) return 0;
        foreach (var (_, one) in events) Tally.Apply(one);
        _last = events[^1].Number;
        _feed.Publish(events.Select(one => one.Event));
        return events.Count;
    }

    private static (long Number, JobEvent Event) Event(NpgsqlDataReader row)
    {
        var (number, content) = (row.GetInt64(0), row.GetString(2));
        return (number, row.GetChar(1) switch
        {
            EventKinds.Line => new LineLogged(StoredJson.Read(content, StoredJson.Default.LogLine) with { Number = number }),
            EventKinds.Removed => new JobRemoved(StoredJson.Read(content, StoredJson.Default.Job)),
            _ => new JobChanged(StoredJson.Read(content, StoredJson.Default.Job)),
        });
    }

    private async Task ListenAsync()
    {
        while (!_stop.IsCancellationRequested)
        {
            try
            {
                await using var connection = await _database.Source.OpenConnectionAsync(_stop.Token);
                await using (var listen = new NpgsqlCommand($"listen {Channel}", connection)) await listen.ExecuteNonQueryAsync(_stop.Token);
                while (true)
                {
                    await CatchUpAsync();
                    await connection.WaitAsync(_stop.Token);
                }
            }
            catch (OperationCanceledException) when (_stop.IsCancellationRequested)
            {
                return;
            }
            catch (Exception exception)
            {
                StoreLog.NotListening(_log, exception.Message);
                await Task.Delay(RetryPause, TimeProvider.System, _stop.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }
}

/// <summary>What a row of <c>job_events</c> is.</summary>
internal static class EventKinds
{
    public const char Line = 'l';
    public const char Changed = 'c';
    public const char Removed = 'r';
}
