using BotPhone.Sdk;
using Microsoft.Extensions.Options;

namespace BotPhone.Jobs;

/// <summary>
/// Spares a portal that is down. Each job that fails on it lengthens the pause before the operator's next job; after a pause one
/// job goes ahead, and the others follow once it is through. A success shortens the next pause by a step.
/// </summary>
internal sealed class PortalPauses(IJobQueue queue, IOptions<JobsOptions> options, TimeProvider time, ILogger<PortalPauses> log) : IDisposable
{
    // In units of Jobs:OutagePause; the last one stays.
    private static readonly int[] Steps = [0, 0, 1, 5, 15, 30, 60];
    private readonly Lock _lock = new();
    private readonly Dictionary<string, Outage> _outages = [];

    /// <summary>Until when no job of an operator starts; null when they do.</summary>
    public DateTimeOffset? Until(string code)
    {
        lock (_lock) return _outages.GetValueOrDefault(code) is { IsPaused: true } outage ? outage.Until : null;
    }

    public bool MayStart(string code)
    {
        lock (_lock) return _outages.GetValueOrDefault(code) is not { } outage || outage is { IsPaused: false, IsTried: false };
    }

    /// <summary>A job of the operator starts now.</summary>
    public void Start(string code)
    {
        lock (_lock)
        {
            if (_outages.GetValueOrDefault(code) is { } outage && Pause(outage.Level) > TimeSpan.Zero) outage.IsTried = true;
        }
    }

    /// <summary>A job of the operator has ended, or has been given back.</summary>
    /// <param name="started">When it started: what was under way when a pause was set does not lengthen it.</param>
    /// <param name="outcome">How it ended; null when it did not end.</param>
    public void End(string code, DateTimeOffset started, JobOutcome? outcome)
    {
        lock (_lock)
        {
            var outage = _outages.GetValueOrDefault(code);
            if (outage is not null && started >= outage.Since) outage.IsTried = false;
            if (outcome is { IsOutage: true }) Lengthen(code, started, outage);
            else if (outcome is { IsSuccess: true } && outage is not null) Shorten(code, outage);
        }

        queue.LookAgain();
    }

    public void Dispose()
    {
        lock (_lock)
            foreach (var outage in _outages.Values) outage.Wake?.Dispose();
    }

    private void Lengthen(string code, DateTimeOffset started, Outage? outage)
    {
        if (outage is null) _outages[code] = outage = new Outage();
        else if (started < outage.Since) return;
        outage.Level = Math.Min(outage.Level + 1, Steps.Length - 1);
        outage.Since = time.GetUtcNow();
        var pause = Pause(outage.Level);
        outage.Until = outage.Since + pause;
        outage.IsPaused = pause > TimeSpan.Zero;
        outage.Wake?.Dispose();
        if (!outage.IsPaused) return;
        var pauses = outage.Pauses += 1;
        outage.Wake = time.CreateTimer(_ => End(outage, pauses), null, pause, Timeout.InfiniteTimeSpan);
        JobsLog.PortalDown(log, code, outage.Until);
    }

    // The timer ends the pause, not the clock, which may stand a moment before what the timer waited for; nobody would look again.
    private void End(Outage outage, int pauses)
    {
        lock (_lock)
        {
            if (outage.Pauses == pauses) outage.IsPaused = false;
        }

        queue.LookAgain();
    }

    private void Shorten(string code, Outage outage)
    {
        outage.IsPaused = false;
        outage.Wake?.Dispose();
        if (--outage.Level == 0) _outages.Remove(code);
    }

    private TimeSpan Pause(int level) => Steps[level] * options.Value.OutagePause;

    private sealed class Outage
    {
        public int Level { get; set; }

        /// <summary>When the pause was set.</summary>
        public DateTimeOffset Since { get; set; }

        /// <summary>Until when, as told to who asks.</summary>
        public DateTimeOffset Until { get; set; }

        public bool IsPaused { get; set; }

        /// <summary>How many there were: the timer of one must not end the next.</summary>
        public int Pauses { get; set; }

        /// <summary>Whether a job is finding out if the portal is back.</summary>
        public bool IsTried { get; set; }

        public ITimer? Wake { get; set; }
    }
}
