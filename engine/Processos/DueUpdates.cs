using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using System.Threading.Channels;
using BotPhone.Jobs;

namespace BotPhone.Processos;

/// <summary>Hands out the updates that are due, the earliest first; each is in one pair of hands at a time.</summary>
internal sealed class DueUpdates(IProcessoOutbox outbox, TimeProvider time)
{
    /// <summary>How many may be handed out at the same time.</summary>
    public const int AtOnce = 4;

    private readonly ConcurrentDictionary<Guid, ProcessoUpdate> _taken = [];
    private readonly Channel<bool> _signal = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    /// <summary>The updates as they become due. Whoever gets one gives it back, with what came of it in the outbox.</summary>
    public async IAsyncEnumerable<ProcessoUpdate> TakeAsync([EnumeratorCancellation] CancellationToken cancellation)
    {
        await using var timer = time.CreateTimer(_ => LookAgain(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        while (true)
        {
            var next = await NextAsync();
            var wait = next?.DueAt - time.GetUtcNow();
            if (next is not null && wait <= TimeSpan.Zero)
            {
                _taken[next.JobId] = next;
                yield return next;
            }
            else
            {
                timer.Change(Bounded(wait), Timeout.InfiniteTimeSpan);
                await _signal.Reader.ReadAsync(cancellation);
            }
        }
    }

    public void GiveBack(ProcessoUpdate update)
    {
        _taken.TryRemove(update.JobId, out _);
        LookAgain();
    }

    /// <summary>There may be something new in the outbox.</summary>
    public void LookAgain() => _signal.Writer.TryWrite(true);

    // Those that are out are known before the outbox is read: one that comes back meanwhile is not handed out as it was before.
    private async ValueTask<ProcessoUpdate?> NextAsync()
    {
        var taken = _taken.Keys;
        return (await outbox.DueAsync(AtOnce)).FirstOrDefault(update => !taken.Contains(update.JobId));
    }

    // No longer than any pause: a timer does not notice that the clock was put forward.
    private static TimeSpan Bounded(TimeSpan? wait) => wait is not { } some ? Timeout.InfiniteTimeSpan
        : some < UpdatePolicy.LongestPause ? some
        : UpdatePolicy.LongestPause;
}
