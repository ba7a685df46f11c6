using System.Collections.Concurrent;
using LiteDB;

namespace BotPhone.Jobs.Store;

/// <summary>
/// The only one who writes to the database: takes what has gathered, applies it in one transaction, makes it durable, and only
/// then tells what happened and completes those who wait (docs/decisions/0002-durable-commits.md). When the disk fails, or is
/// full, it keeps what was asked for and tries again until it succeeds; new jobs are refused meanwhile.
/// </summary>
internal sealed class LiteStoreWriter : IDisposable
{
    private const int MaxBatch = 500;
    private const int MaxWaiting = 10_000;
    private static readonly TimeSpan RetryPause = TimeSpan.FromSeconds(1);
    private readonly BlockingCollection<Write> _writes = new(MaxWaiting);
    private readonly StoreFile _file;
    private readonly Action<IReadOnlyList<JobEvent>> _tell;
    private readonly ILogger _log;
    private readonly Thread _thread;
    private readonly ManualResetEventSlim _stop = new();
    private volatile string? _fault;
    private int _disposed;

    public LiteStoreWriter(StoreFile file, Action<IReadOnlyList<JobEvent>> tell, ILogger log)
    {
        _file = file;
        _tell = tell;
        _log = log;
        // LiteDB binds a transaction to its thread.
        _thread = new Thread(Run) { IsBackground = true, Name = "store writer" };
        _thread.Start();
    }

    public string? Fault => _fault;

    /// <summary>Applies a change soon.</summary>
    /// <param name="apply">Makes the change, and says what has happened then.</param>
    public void Post(Func<LiteDatabase, IEnumerable<JobEvent>> apply) => _writes.Add(new Write(apply, null, null));

    /// <summary>Applies a change; the task completes once it is on the disk, however long that takes.</summary>
    public Task CommitAsync(Func<LiteDatabase, IEnumerable<JobEvent>> apply) => AddAsync(apply, null);

    /// <summary>Applies a change, or refuses it at once when nothing can be written.</summary>
    /// <param name="retract">Undoes the change, if it was half made.</param>
    /// <exception cref="IOException">It was refused.</exception>
    public Task TryCommitAsync(Func<LiteDatabase, IEnumerable<JobEvent>> apply, Action<LiteDatabase> retract) =>
        _fault is { } reason ? Task.FromException(new IOException(reason)) : AddAsync(apply, retract);

    public void Dispose()
    {
        if (Interlocked.Exchange(ref _disposed, 1) == 1) return;
        _writes.CompleteAdding();
        _stop.Set();
        _thread.Join();
        _writes.Dispose();
        _stop.Dispose();
    }

    private Task AddAsync(Func<LiteDatabase, IEnumerable<JobEvent>> apply, Action<LiteDatabase>? retract)
    {
        var done = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _writes.Add(new Write(apply, done, retract));
        return done.Task;
    }

    private void Run()
    {
        var batch = new List<Write>(MaxBatch);
        foreach (var first in _writes.GetConsumingEnumerable())
        {
            batch.Add(first);
            Gather(batch, MaxBatch);
            Commit(batch);
            batch.Clear();
        }
    }

    private void Gather(List<Write> batch, int limit)
    {
        while (batch.Count < limit && _writes.TryTake(out var next)) batch.Add(next);
    }

    private void Commit(List<Write> batch)
    {
        while (TryCommit(batch) is { } failure)
        {
            if (failure is not (IOException or UnauthorizedAccessException))
            {
                CommitOneByOne(batch, failure);
                return;
            }

            if (_fault is null) StoreLog.WriteFailed(_log, failure, batch.Count);
            _fault = failure.Message;
            Gather(batch, MaxWaiting);
            Refuse(batch, failure);
            if (_stop.Wait(RetryPause))
            {
                foreach (var write in batch) write.Done?.TrySetException(failure);
                return;
            }

            Gather(batch, MaxWaiting);
            Refuse(batch, failure);
        }

        if (_fault is null) return;
        _fault = null;
        StoreLog.WritesAgain(_log);
    }

    private Exception? TryCommit(List<Write> batch)
    {
        try
        {
            _file.EnsureOpen();
            var database = _file.Database;
            database.BeginTrans();
            var events = batch.SelectMany(write => write.Apply(database)).ToList();
            database.Commit();
            // A commit may be in LiteDB's log only, and that in memory; a checkpoint brings it into the file and flushes it.
            if (batch.Exists(write => write.Done is not null)) database.Checkpoint();
            _tell(events);
            foreach (var write in batch) write.Done?.SetResult();
            return null;
        }
        catch (Exception exception)
        {
            Reopen();
            return exception;
        }
    }

    // What cannot be applied, whatever the disk does, must not keep the others from it.
    private void CommitOneByOne(List<Write> batch, Exception failure)
    {
        if (batch is [var only])
        {
            StoreLog.WriteFailed(_log, failure, 1);
            only.Done?.TrySetException(failure);
            return;
        }

        foreach (var write in batch) Commit([write]);
    }

    // Whether a change that failed is on the disk is not known: what was refused is taken back first thing.
    private static void Refuse(List<Write> batch, Exception failure)
    {
        for (var i = 0; i < batch.Count; i++)
        {
            if (batch[i] is not { Retract: { } retract, Done: { } done }) continue;
            done.TrySetException(new IOException(failure.Message, failure));
            batch[i] = new Write(database => Nothing(() => retract(database)), null, null);
        }
    }

    private static IEnumerable<JobEvent> Nothing(Action action)
    {
        action();
        return [];
    }

    private void Reopen()
    {
        try
        {
            _file.Reopen();
        }
        catch (Exception exception)
        {
            // The next attempt to write fails on this one, and opens the file again.
            StoreLog.NotReopened(_log, exception);
        }
    }

    private sealed record Write(Func<LiteDatabase, IEnumerable<JobEvent>> Apply, TaskCompletionSource? Done, Action<LiteDatabase>? Retract);
}
