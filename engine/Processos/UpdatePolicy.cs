using BotPhone.Jobs;

namespace BotPhone.Processos;

/// <summary>What to do about an update that nobody took: a function of the update and of the time, nothing else.</summary>
internal static class UpdatePolicy
{
    public static readonly TimeSpan LongestPause = TimeSpan.FromHours(1);
    private const double Growth = 2;

    /// <summary>The pause before an update is tried again, or null when it is given up. The last time is at the very end of its time.</summary>
    /// <param name="failed">The update as it was tried.</param>
    public static TimeSpan? PauseAfter(ProcessoUpdate failed, DateTimeOffset now, ProcessoOptions options)
    {
        var left = failed.EndedAt + options.GiveUpAfter - now;
        if (left <= TimeSpan.Zero) return null;
        var pause = Pause(failed.Attempts, options.RetryPause);
        return pause < left ? pause : left;
    }

    // Compared as numbers: after many times the product is no TimeSpan any more.
    private static TimeSpan Pause(int earlier, TimeSpan first) =>
        TimeSpan.FromSeconds(Math.Min(first.TotalSeconds * Math.Pow(Growth, earlier), LongestPause.TotalSeconds));
}
