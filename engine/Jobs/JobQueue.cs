namespace BotPhone.Jobs;

/// <summary>
/// The jobs that wait, in the order of acceptance. A job that cannot run yet (its operator is not loaded, or its login is busy) stays in its place and
/// lets others pass.
/// </summary>
internal sealed class JobQueue : IJobQueue
{
    private readonly Lock _lock = new();
    private readonly SortedDictionary<long, WaitingJob> _waiting = [];
    private TaskCompletionSource _changed = NewSignal();

    public int Count
    {
        get
        {
            lock (_lock) return _waiting.Count;
        }
    }

    /// <summary>Those that wait now.</summary>
    public IReadOnlySet<Guid> Jobs
    {
        get
        {
            lock (_lock) return _waiting.Values.Select(job => job.Id).ToHashSet();
        }
    }

    /// <summary>Whether a job of a login waits.</summary>
    public bool HasOf(string loginKey)
    {
        lock (_lock) return _waiting.Values.Any(job => job.LoginKey == loginKey);
    }

    public void Add(Job job)
    {
        lock (_lock)
        {
            _waiting.Add(job.Number, new WaitingJob(job.Id, job.Operator, job.LoginKey));
            Signal();
        }
    }

    /// <summary>Something has changed that kept a job from running: those who wait look again.</summary>
    public void LookAgain()
    {
        lock (_lock) Signal();
    }

    /// <summary>Takes the first job that may run, waiting for one if need be.</summary>
    public async Task<WaitingJob> TakeAsync(Func<WaitingJob, bool> canRun, CancellationToken cancellation)
    {
        while (true)
        {
            Task changed;
            lock (_lock)
            {
                foreach (var (number, job) in _waiting)
                {
                    if (!canRun(job)) continue;
                    _waiting.Remove(number);
                    return job;
                }

                changed = _changed.Task;
            }

            await changed.WaitAsync(cancellation);
        }
    }

    private void Signal()
    {
        _changed.TrySetResult();
        _changed = NewSignal();
    }

    private static TaskCompletionSource NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}

/// <param name="LoginKey">Who signs in, hashed; null in jobs of an older server.</param>
internal sealed record WaitingJob(Guid Id, string Operator, string? LoginKey);
