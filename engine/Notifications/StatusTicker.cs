using BotPhone.Jobs;

namespace BotPhone.Notifications;

/// <summary>Tells how many jobs there are: when that changes, at most once a second, and at least every 5 s, which keeps streams alive.</summary>
internal sealed class StatusTicker(IJobStore store, JobFeed feed, TimeProvider time) : BackgroundService
{
    private static readonly TimeSpan Shortest = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var changed = new SemaphoreSlim(0, 1);
        using var listener = feed.Listen(one => Note(one, changed));
        var told = store.Counts;
        while (!stoppingToken.IsCancellationRequested)
        {
            await ChangeAsync(changed, () => store.Counts != told, stoppingToken);
            told = store.Counts;
            feed.Publish([new Counted(told)]);
            await Task.Delay(Shortest, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    // Only noted, under the feed's lock; nothing waits in the listener's buffer.
    private static bool Note(JobEvent one, SemaphoreSlim changed)
    {
        if (one is JobChanged or JobRemoved && changed.CurrentCount == 0) changed.Release();
        return false;
    }

    private async Task ChangeAsync(SemaphoreSlim changed, Func<bool> differs, CancellationToken stoppingToken)
    {
        using var longest = new CancellationTokenSource(Longest - Shortest, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(longest.Token, stoppingToken);
        try
        {
            // A job's progress is a change too, but not of the counts.
            while (!differs()) await changed.WaitAsync(either.Token);
        }
        catch (OperationCanceledException)
        {
            // Nothing has changed: time to say so.
        }
    }
}
