using System.Collections.Concurrent;
using LiteDB;

namespace BotPhone.Jobs.Store;

/// <summary>
/// The only one who writes to the database: takes what has gathered, applies it in one transaction, makes it durable, and only
/// then tells what happened and completes those who wait (docs/decisions/0002-durable-commits.md).
/// </summary>
internal sealed class LiteStoreWriter : IDisposable
{
    private const int MaxBatch = 500;
    private readonly BlockingCollection<Write> _writes = new(boundedCapacity: 10_000);
    private readonly LiteDatabase _database;
    private readonly Action<IReadOnlyList<JobEvent>> _tell;
    private readonly ILogger _log;
    private readonly Thread _thread;
    private int _disposed;

    public LiteStoreWriter(LiteDatabase database, Action<IReadOnlyList<JobEvent>> tell, ILogger log)
    {
        _database = database;
        _tell = tell;
        _log = log;
        // LiteDB binds a transaction to its thread.
        _thread = new Thread(Run) { IsBackground = true, Name = "store writer" };
        _thread.Start();
    }

    public string? Fault { get; private set; }

    /// <summary>Applies a change soon.</summary>
    /// <param name="apply">Makes the change, and says what has happened then.</param>
    public void Post(Func<LiteDatabase, IEnumerable<JobEvent>> apply) => _writes.Add(new Write(apply, null));

    /// <summary>Applies a change; the task completes once it is on the disk.</summary>
    public Task CommitAsync(Func<LiteDatabase, IEnumerable<JobEvent>> apply)
    {
        var done = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _writes.Add(new Write(apply, done));
        return done.Task;
    }

    public void Dispose()
    {
        if (Interlocked.Exchange(ref _disposed, 1) == 1) return;
        _writes.CompleteAdding();
        _thread.Join();
        _writes.Dispose();
    }

    private void Run()
    {
        var batch = new List<Write>(MaxBatch);
        foreach (var first in _writes.GetConsumingEnumerable())
        {
            batch.Add(first);
            while (batch.Count < MaxBatch && _writes.TryTake(out var next)) batch.Add(next);
            Commit(batch);
            batch.Clear();
        }
    }

    private void Commit(List<Write> batch)
    {
        try
        {
            _database.BeginTrans();
            var events = batch.SelectMany(write => write.Apply(_database)).ToList();
            _database.Commit();
            // LiteDB hands committed pages to a queue of its own; a checkpoint waits until they are in the file.
            if (batch.Exists(write => write.Done is not null)) _database.Checkpoint();
            Fault = null;
            _tell(events);
            foreach (var write in batch) write.Done?.SetResult();
        }
        catch (Exception exception)
        {
            Fault = exception.Message;
            StoreLog.WriteFailed(_log, exception, batch.Count);
            Undo();
            foreach (var write in batch) write.Done?.TrySetException(new IOException("O banco de jobs não pôde ser gravado.", exception));
        }
    }

    private void Undo()
    {
        try
        {
            _database.Rollback();
        }
        catch (Exception exception)
        {
            // The loop must live on: the next batch may find the disk well again.
            StoreLog.RollbackFailed(_log, exception);
        }
    }

    private sealed record Write(Func<LiteDatabase, IEnumerable<JobEvent>> Apply, TaskCompletionSource? Done);
}
