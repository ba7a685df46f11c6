using System.Diagnostics.Metrics;
using BotPhone.Hosting;

namespace BotPhone.Browsers;

/// <summary>Counts the browsers that were started and have not ended, at work or warm.</summary>
internal sealed class RunningBrowsers
{
    private int _count;

    public RunningBrowsers(IMeterFactory meters) => meters.Gauge("botphone.browsers", "{browser}", "Browsers that run", () => Volatile.Read(ref _count));

    public void Begin() => Interlocked.Increment(ref _count);

    public void End() => Interlocked.Decrement(ref _count);
}
