using System.Collections.Concurrent;
using System.Reflection;
using System.Reflection.Metadata;
using System.Threading.Channels;

namespace BotPhone.Operators;

/// <summary>
/// Sees to it that replaced versions leave the memory, and says which do not: something of theirs, such as a timer or a handler of a
/// static event, is still in use.
/// </summary>
internal sealed class UnloadWatch(TimeProvider time, ILogger<UnloadWatch> log) : BackgroundService
{
    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly Channel<Unloading> _coming = Channel.CreateUnbounded<Unloading>();
    private readonly ConcurrentDictionary<Unloading, bool> _waiting = [];

    /// <summary>Those that should be gone and are not yet.</summary>
    public IReadOnlyCollection<Unloading> Waiting => [.. _waiting.Keys];

    public void Add(string code, string version, WeakReference context)
    {
        var one = new Unloading(code, version, context, time.GetUtcNow());
        _waiting[one] = false;
        _coming.Writer.TryWrite(one);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            while (await _coming.Reader.WaitToReadAsync(stoppingToken))
            {
                while (_coming.Reader.TryRead(out _)) continue;
                var start = time.GetTimestamp();
                for (var pause = FirstPause; !_waiting.IsEmpty && time.GetElapsedTime(start) < Patience; pause = pause * 2 < LongestPause ? pause * 2 : LongestPause)
                {
                    if (_coming.Reader.TryRead(out _)) (start, pause) = (time.GetTimestamp(), FirstPause);
                    await Task.Delay(pause, time, stoppingToken);
                    Collect();
                }

                Report();
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The process ends, and everything with it.
        }
    }

    private void Collect()
    {
        FrameworkCaches.Clear();
        GC.Collect();
        GC.WaitForPendingFinalizers();
        foreach (var one in _waiting.Keys.Where(one => !one.Context.IsAlive)) _waiting.TryRemove(one, out _);
    }

    // Once each.
    private void Report()
    {
        foreach (var (one, isTold) in _waiting)
        {
            if (!isTold && time.GetUtcNow() - one.Since >= Patience && _waiting.TryUpdate(one, true, false)) OperatorsLog.Stuck(log, one.Code, one.Version);
        }
    }
}

/// <summary>A version that is leaving the memory.</summary>
internal sealed record Unloading(string Code, string Version, WeakReference Context, DateTimeOffset Since);
