using System.Threading.Channels;
using BotPhone.Hosting;
using BotPhone.Jobs.Store;
using Npgsql;

namespace BotPhone.Jobs.Postgres;

/// <summary>
/// The only one on this node who changes jobs: takes what has gathered, applies it in one transaction, and once that is durable and was told
/// completes those who wait. The nodes commit one after another, so that events have the order of their numbers and a reader that knows the
/// last number has missed none (docs/decisions/0034-jobs-on-postgresql.md). While the database cannot be reached it keeps what was asked for
/// and tries again; new jobs are refused meanwhile.
/// </summary>
internal sealed class PostgresWriter : IAsyncDisposable
{
    private const int MaxBatch = 500;
    private const int MaxWaiting = 10_000;
    private const string Begin = "select pg_current_xact_id()::text from pg_advisory_xact_lock(4775252)";
    private const string Committed = "committed";
    private static readonly TimeSpan RetryPause = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan PatienceToStop = TimeSpan.FromSeconds(5);
    private readonly Channel<Write> _writes = Channel.CreateBounded<Write>(new BoundedChannelOptions(MaxWaiting) { SingleReader = true });
    private readonly CancellationTokenSource _stop = new();
    private readonly PostgresDatabase _database;
    private readonly PostgresFeed _feed;
    private readonly ILogger _log;
    private readonly Task _running;
    private volatile string? _fault;
    private int _disposed;

    public PostgresWriter(PostgresDatabase database, PostgresFeed feed, ILogger log)
    {
        (_database, _feed, _log) = (database, feed, log);
        _running = Task.Run(RunAsync);
    }

    public string? Fault => _fault;

    /// <summary>Applies a change soon.</summary>
    public void Post(Func<PostgresTransaction, Task> apply)
    {
        var write = new Write(apply, null, CanWait: true);
        // Whoever fills the queue waits until there is room.
        if (!_writes.Writer.TryWrite(write)) _writes.Writer.WriteAsync(write).AsTask().GetAwaiter().GetResult();
    }

    /// <summary>Applies a change; the task completes once it is durable, however long that takes.</summary>
    public Task CommitAsync(Func<PostgresTransaction, Task> apply) => AddAsync(apply, canWait: true);

    /// <summary>Applies a change, or refuses it at once when nothing can be written.</summary>
    /// <exception cref="IOException">It was refused.</exception>
    public Task TryCommitAsync(Func<PostgresTransaction, Task> apply) =>
        _fault is { } reason ? Task.FromException(new IOException(reason)) : AddAsync(apply, canWait: false);

    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _disposed, 1) == 1) return;
        _writes.Writer.Complete();
        _stop.CancelAfter(PatienceToStop);
        await _running;
        _stop.Dispose();
    }

    private async Task AddAsync(Func<PostgresTransaction, Task> apply, bool canWait)
    {
        var done = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await _writes.Writer.WriteAsync(new Write(apply, done, canWait));
        await done.Task;
    }

    private async Task RunAsync()
    {
        var batch = new List<Write>(MaxBatch);
        while (await _writes.Reader.WaitToReadAsync())
        {
            Gather(batch, MaxBatch);
            await CommitAsync(batch);
            batch.Clear();
        }
    }

    private void Gather(List<Write> batch, int limit)
    {
        while (batch.Count < limit && _writes.Reader.TryRead(out var next)) batch.Add(next);
    }

    private async Task CommitAsync(List<Write> batch)
    {
        while (await TryTwiceAsync(batch) is { } failure)
        {
            if (!Patience.IsPassing(failure))
            {
                await CommitOneByOneAsync(batch, failure);
                return;
            }

            if (_fault is null) StoreLog.WriteFailed(_log, failure, batch.Count);
            _fault = failure.Message;
            Gather(batch, MaxWaiting);
            Refuse(batch, failure);
            try
            {
                await Task.Delay(RetryPause, TimeProvider.System, _stop.Token);
            }
            catch (OperationCanceledException)
            {
                foreach (var write in batch) write.Done?.TrySetException(new IOException(failure.Message, failure));
                return;
            }

            Gather(batch, MaxWaiting);
            Refuse(batch, failure);
        }

        if (_fault is null) return;
        _fault = null;
        StoreLog.WritesAgain(_log);
    }

    // A connection that broke is not yet a database that is away, for which something would be refused.
    private async Task<Exception?> TryTwiceAsync(List<Write> batch)
    {
        var failure = await TryCommitAsync(batch);
        return failure is not null && Patience.IsPassing(failure) ? await TryCommitAsync(batch) : failure;
    }

    private async Task<Exception?> TryCommitAsync(List<Write> batch)
    {
        string? committing = null;
        try
        {
            await using var connection = await _database.Source.OpenConnectionAsync();
            await using var begun = await connection.BeginTransactionAsync();
            await using var transaction = new PostgresTransaction(connection, begun);
            var id = (string)(await transaction.ReadAsync(Begin))!;
            foreach (var write in batch) await write.Apply(transaction);
            transaction.Post(PostgresFeed.Notify);
            await transaction.FlushAsync();
            committing = id;
            await begun.CommitAsync();
        }
        catch (Exception exception)
        {
            if (committing is null || !await WasCommittedAsync(committing, exception)) return exception;
        }

        await TellAsync();
        foreach (var write in batch) write.Done?.TrySetResult();
        return null;
    }

    // Whoever loses the connection while committing asks before anything is written twice.
    private async Task<bool> WasCommittedAsync(string transaction, Exception failure)
    {
        while (!_stop.IsCancellationRequested)
        {
            try
            {
                await using var command = _database.Source.CreateCommand("select pg_xact_status(@id::xid8)");
                command.Parameters.Add(new("id", transaction));
                if (await command.ExecuteScalarAsync() is not "in progress" and var status) return status is Committed;
            }
            catch (Exception exception) when (Patience.IsPassing(exception))
            {
                _fault = failure.Message;
            }

            await Task.Delay(RetryPause, TimeProvider.System, _stop.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        return false;
    }

    // What is not told now is told with the next that happens, or when the connection is there again.
    private async Task TellAsync()
    {
        try
        {
            await _feed.CatchUpAsync();
        }
        catch (StoreAwayException exception)
        {
            StoreLog.NotListening(_log, exception.Message);
        }
    }

    // What cannot be applied, whatever the database does, must not keep the others from it.
    private async Task CommitOneByOneAsync(List<Write> batch, Exception failure)
    {
        if (batch is [var only])
        {
            if (failure is not JobTakenException) StoreLog.WriteFailed(_log, failure, 1);
            only.Done?.TrySetException(failure);
            return;
        }

        foreach (var write in batch.ToArray()) await CommitAsync([write]);
    }

    private static void Refuse(List<Write> batch, Exception failure)
    {
        foreach (var write in batch.Where(write => !write.CanWait)) write.Done?.TrySetException(new IOException(failure.Message, failure));
        batch.RemoveAll(write => !write.CanWait);
    }

    private sealed record Write(Func<PostgresTransaction, Task> Apply, TaskCompletionSource? Done, bool CanWait);
}
