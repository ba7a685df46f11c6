using System.Runtime.CompilerServices;

namespace BotPhone.Jobs;

/// <summary>
/// One who listens to the <see cref="JobFeed"/>. What it has not taken yet waits in a bounded buffer; when that is full, events are
/// dropped until it is empty again, and their number is told at that place.
/// </summary>
internal sealed class JobListener(Func<JobEvent, bool> wanted, long since, Action<JobListener> leave) : IDisposable
{
    private const int Capacity = 8192;
    private readonly Lock _lock = new();
    private readonly Queue<JobEvent> _waiting = [];
    private int _dropped;
    private TaskCompletionSource _arrived = NewSignal();

    /// <summary>The last line that was told before this listener came; 0 when there was none since the start of the server.</summary>
    public long Since => since;

    public void Offer(JobEvent one)
    {
        if (!wanted(one)) return;
        lock (_lock)
        {
            if (_dropped > 0 || _waiting.Count == Capacity) _dropped++;
            else _waiting.Enqueue(one);
            _arrived.TrySetResult();
        }
    }

    /// <summary>What happens from now on, until cancelled.</summary>
    public async IAsyncEnumerable<JobEvent> ReadAsync([EnumeratorCancellation] CancellationToken cancellation)
    {
        while (!cancellation.IsCancellationRequested)
        {
            if (Take() is { } one) yield return one;
            else await Arrival().WaitAsync(cancellation).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    public void Dispose() => leave(this);

    private JobEvent? Take()
    {
        lock (_lock)
        {
            if (_waiting.TryDequeue(out var one)) return one;
            if (_dropped == 0) return null;
            var gap = new Dropped(_dropped);
            _dropped = 0;
            return gap;
        }
    }

    private Task Arrival()
    {
        lock (_lock)
        {
            if (_waiting.Count > 0 || _dropped > 0) return Task.CompletedTask;
            if (_arrived.Task.IsCompleted) _arrived = NewSignal();
            return _arrived.Task;
        }
    }

    private static TaskCompletionSource NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
