using BotPhone.Jobs;

namespace BotPhone.Statistics;

/// <summary>
/// How many jobs waited and ran, minute by minute, over the last day: the highest numbers of each minute in which they changed. It is
/// kept in memory, and begins with the server.
/// </summary>
internal sealed class QueueHistory(IJobStore store, JobFeed feed, TimeProvider time) : IHostedService
{
    /// <summary>The minutes of a day.</summary>
    public const int Longest = 1440;

    private readonly Lock _lock = new();
    private readonly Queue<QueuePoint> _over = [];
    private QueuePoint _minute = new(0, 0, 0);
    private (int Pending, int Active) _now;
    private JobListener? _listener;

    public Task StartAsync(CancellationToken cancellationToken)
    {
        _minute = new QueuePoint(Minute(), 0, 0);
        // Noted at once, under the feed's lock; nothing waits in the listener's buffer.
        _listener = feed.Listen(one =>
        {
            if (one is JobChanged or JobRemoved) Note(store.Counts);
            return false;
        });
        Note(store.Counts);
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken)
    {
        _listener?.Dispose();
        return Task.CompletedTask;
    }

    /// <summary>The minutes in which something changed, and the present one.</summary>
    public IReadOnlyList<QueuePoint> Read()
    {
        lock (_lock)
        {
            var minute = Minute();
            return [.. _over.Append(_minute).Concat(Between(minute)).Where(point => point.Minute > minute - Longest)];
        }
    }

    public void Note(JobCounts counts)
    {
        lock (_lock)
        {
            if (_now == (counts.Pending, counts.Active)) return;
            foreach (var point in Between(Minute()).ToList())
            {
                _over.Enqueue(_minute);
                _minute = point;
            }

            _now = (counts.Pending, counts.Active);
            _minute = _minute with { Pending = Math.Max(_minute.Pending, _now.Pending), Active = Math.Max(_minute.Active, _now.Active) };
            while (_over.Count >= Longest) _over.Dequeue();
        }
    }

    // A new minute begins with what there was. The minute after the last one says so too, if that one had more.
    private IEnumerable<QueuePoint> Between(long minute)
    {
        if (minute > _minute.Minute + 1 && _now != (_minute.Pending, _minute.Active)) yield return new QueuePoint(_minute.Minute + 1, _now.Pending, _now.Active);
        if (minute > _minute.Minute) yield return new QueuePoint(minute, _now.Pending, _now.Active);
    }

    private long Minute() => time.GetUtcNow().ToUnixTimeSeconds() / 60;
}

/// <param name="Minute">Counts the minutes since 1970.</param>
internal readonly record struct QueuePoint(long Minute, int Pending, int Active)
{
    public DateTimeOffset At => DateTimeOffset.FromUnixTimeSeconds(Minute * 60);
}
