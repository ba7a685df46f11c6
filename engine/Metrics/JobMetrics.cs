using System.Diagnostics;
using System.Diagnostics.Metrics;
using BotPhone.Hosting;
using BotPhone.Jobs;

namespace BotPhone.Metrics;

/// <summary>Measures jobs as they end. Nothing of a request is in a label: an operator's code and an error's are all that tells jobs apart.</summary>
internal sealed class JobMetrics(IJobStore store, JobFeed feed, IMeterFactory meters) : IHostedService
{
    private static readonly InstrumentAdvice<double> Seconds = new() { HistogramBucketBoundaries = [0.5, 1, 2, 5, 10, 20, 30, 60, 120, 300, 600, 1800] };
    private JobListener? _listener;

    public Task StartAsync(CancellationToken cancellationToken)
    {
        var meter = meters.Create(ServerMeter.Name);
        meters.Gauge("botphone.queue.pending", "{job}", "Jobs that wait", () => store.Counts.Pending);
        meters.Gauge("botphone.queue.active", "{job}", "Jobs that run", () => store.Counts.Active);
        var ended = meter.CreateCounter<long>("botphone.jobs", "{job}", "Jobs that have ended");
        var duration = meter.CreateHistogram("botphone.job.duration", "s", "How long jobs ran", advice: Seconds);
        // Counted at once, under the feed's lock; nothing waits in the listener's buffer.
        _listener = feed.Listen(one =>
        {
            if (one is JobChanged { Job: { HasEnded: true } job }) Count(job, ended, duration);
            return false;
        });
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken)
    {
        _listener?.Dispose();
        return Task.CompletedTask;
    }

    private static void Count(Job job, Counter<long> ended, Histogram<double> duration)
    {
        var tags = new TagList { { "operator", job.Operator }, { "status", JobStatusBody.NameOf(job.Status) } };
        if (job is { StartedAt: { } started, CompletedAt: { } completed }) duration.Record((completed - started).TotalSeconds, tags);
        if (job.ErrorCode is { } code) tags.Add("error_code", code);
        ended.Add(1, tags);
    }
}
