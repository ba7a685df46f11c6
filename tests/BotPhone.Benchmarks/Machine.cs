using System.Globalization;

namespace BotPhone.Benchmarks;

internal static class Machine
{
    private const double TicksInASecond = 100;

    /// <summary>What all processes have used so far, those that are gone too: a browser is many that come and go. Linux alone tells.</summary>
    public static double BusySeconds()
    {
        // user, nice, system, idle, iowait, irq, softirq, ...
        var ticks = File.ReadLines("/proc/stat").First().Split(' ', StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(field => double.Parse(field, CultureInfo.InvariantCulture)).ToArray();
        return (ticks[0] + ticks[1] + ticks[2] + ticks[5] + ticks[6]) / TicksInASecond;
    }
}
