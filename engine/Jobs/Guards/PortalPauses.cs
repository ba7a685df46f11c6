using BotPhone.Sdk;
using Microsoft.Extensions.Options;

namespace BotPhone.Jobs;

/// <summary>
/// Spares a portal that is down. Each job that fails on it lengthens the pause before the operator's next job; after a pause one
/// job goes ahead, and the others follow once it is through. A success shortens the next pause by a step.
/// </summary>
internal sealed class PortalPauses(JobQueue queue, IOptions<JobsOptions> options, TimeProvider time, ILogger<PortalPauses> log) : IDisposable
{
    // In units of Jobs:OutagePause; the last one stays.
    private static readonly int[] Steps = [0, 0, 1, 5, 15, 30, 60];
    private readonly Lock _lock = new();
    private readonly Dictionary<string, Outage> _outages = [];

    /// <summary>Until when no job of an operator starts; null when they do.</summary>
    public DateTimeOffset? Until(string code)
    {
        lock (_lock) return _outages.GetValueOrDefault(code) is { } outage && outage.Until > time.GetUtcNow() ? outage.Until : null;
    }

    public bool MayStart(string code)
    {
        lock (_lock) return _outages.GetValueOrDefault(code) is not { } outage || (!outage.IsTried && outage.Until <= time.GetUtcNow());
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
        outage.Wake?.Dispose();
        outage.Wake = pause > TimeSpan.Zero ? time.CreateTimer(_ => queue.LookAgain(), null, pause, Timeout.InfiniteTimeSpan) : null;
        if (pause > TimeSpan.Zero) JobsLog.PortalDown(log, code, outage.Until);
    }

    private void Shorten(string code, Outage outage)
    {
        outage.Until = time.GetUtcNow();
        if (--outage.Level > 0) return;
        outage.Wake?.Dispose();
        _outages.Remove(code);
    }

    private TimeSpan Pause(int level) => Steps[level] * options.Value.OutagePause;

    private sealed class Outage
    {
        public int Level { get; set; }

        /// <summary>When the pause was set.</summary>
        public DateTimeOffset Since { get; set; }

        public DateTimeOffset Until { get; set; }

        /// <summary>Whether a job is finding out if the portal is back.</summary>
        public bool IsTried { get; set; }

        public ITimer? Wake { get; set; }
    }
}
