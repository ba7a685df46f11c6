namespace BotPhone.Jobs;

/// <summary>
/// The jobs that wait, in the order of acceptance. A job that cannot run yet (its operator is not loaded) stays in its place and
/// lets others pass.
/// </summary>
internal sealed class JobQueue
{
    private readonly Lock _lock = new();
    private readonly SortedDictionary<long, Waiting> _waiting = [];
    private TaskCompletionSource _changed = NewSignal();

    public int Count
    {
        get
        {
            lock (_lock) return _waiting.Count;
        }
    }

    public void Add(Job job)
    {
        lock (_lock)
        {
            _waiting.Add(job.Number, new Waiting(job.Id, job.Operator));
            _changed.TrySetResult();
            _changed = NewSignal();
        }
    }

    /// <summary>Takes the first job whose operator may run it, waiting for one if need be.</summary>
    public async Task<Guid> TakeAsync(Func<string, bool> canRun, CancellationToken cancellation)
    {
        while (true)
        {
            Task changed;
            lock (_lock)
            {
                foreach (var (number, job) in _waiting)
                {
                    if (!canRun(job.Operator)) continue;
                    _waiting.Remove(number);
                    return job.Id;
                }

                changed = _changed.Task;
            }

            await changed.WaitAsync(cancellation);
        }
    }

    private static TaskCompletionSource NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    private sealed record Waiting(Guid Id, string Operator);
}
