namespace BotPhone.Jobs;

/// <summary>Tells listeners what happens to jobs, in the order in which it was written. It never waits for any of them.</summary>
internal sealed class JobFeed
{
    private readonly Lock _lock = new();
    private readonly HashSet<JobListener> _listeners = [];
    private long _lastLine;

    /// <summary>Says which line is the last from before.</summary>
    public void StartAfter(long line) => _lastLine = line;

    public void Publish(IEnumerable<JobEvent> events)
    {
        lock (_lock)
        {
            foreach (var one in events)
            {
                if (one is LineLogged { Line.Number: var number }) _lastLine = number;
                foreach (var listener in _listeners) listener.Offer(one);
            }
        }
    }

    /// <summary>Listens from now on. All lines up to <see cref="JobListener.Since"/> are in the store.</summary>
    /// <param name="wanted">Which events; called under the feed's lock, so it must be quick.</param>
    public JobListener Listen(Func<JobEvent, bool> wanted)
    {
        lock (_lock)
        {
            var listener = new JobListener(wanted, _lastLine, Leave);
            _listeners.Add(listener);
            return listener;
        }
    }

    private void Leave(JobListener listener)
    {
        lock (_lock) _listeners.Remove(listener);
    }
}
