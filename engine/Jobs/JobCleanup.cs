using Microsoft.Extensions.Options;

namespace BotPhone.Jobs;

/// <summary>Removes jobs that ended longer ago than the retention, with their logs and evidence, what is remembered of them long after, and documents that are old.</summary>
internal sealed class JobCleanup(
    IJobStore store, IFrozenLogins logins, IFailedAccounts failures, IJobStatistics statistics, IEvidence evidence, IOldDocuments documents,
    IOptions<JobsOptions> options, TimeProvider time, ILogger<JobCleanup> log)
    : BackgroundService
{
    private const int DaysOfFailures = 90;
    private const int DaysOfStatistics = 400;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(options.Value.CleanupInterval, time);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken)) await RemoveOldAsync(stoppingToken);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The server stops.
        }
    }

    // A failed clean-up is tried again at the next interval.
    private async Task RemoveOldAsync(CancellationToken stopping)
    {
        try
        {
            var removed = await store.RemoveEndedAsync(time.GetUtcNow() - options.Value.Retention);
            await logins.ThawAllAsync(time.GetUtcNow() - options.Value.LoginFreeze);
            await evidence.RemoveOrphansAsync(async id => await store.FindAsync(id) is not null);
            if (removed > 0) JobsLog.Removed(log, removed);
            await failures.RemoveAsync(time.GetUtcNow().AddDays(-DaysOfFailures));
            await statistics.RemoveAsync(BrazilianTime.DayOf(time.GetUtcNow()).AddDays(-DaysOfStatistics));
            await documents.RemoveAsync(stopping);
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            throw;
        }
        catch (Exception exception)
        {
            JobsLog.CleanupFailed(log, exception);
        }
    }
}
