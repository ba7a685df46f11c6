using BotPhone.Hosting;
using BotPhone.Jobs.Move;
using Microsoft.Extensions.Options;
using Npgsql;
using Quartz;

namespace BotPhone.Jobs.Cluster;

/// <summary>Joins the cluster, and leaves it in good order: what runs may end, what waits stays for the others.</summary>
internal sealed class ClusterScheduler(
    ISchedulerFactory schedulers, ClusterQueue queue, ClusterRuns runs, ClusterNodes nodes, IOperators operators, IJobStore store, PayloadVault vault, JobFeed feed, PostgresLock turns, MoveJournal moves,
    IOptions<JobsOptions> options, IOptions<ClusterOptions> cluster, TimeProvider time, ILogger<ClusterScheduler> log) : BackgroundService, IJobScheduler
{
    /// <summary>Whoever has it knows that no node starts.</summary>
    public const string StartTurn = "botphone start";

    private static readonly TimeSpan PatienceToLeave = TimeSpan.FromSeconds(30);
    private readonly JobsOptions _options = options.Value;
    private IScheduler? _scheduler;

    public bool HasStopped => ExecuteTask is { IsCompleted: true } || _scheduler?.Status is SchedulerStatus.Shutdown;

    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        // The first node makes the tables of the queue, and the key of the payloads.
        await using (await turns.EnterAsync(StartTurn, cancellationToken))
        {
            // One may have begun since this node first looked.
            moves.RefuseUnfinished();
            _scheduler = await schedulers.GetScheduler(cancellationToken);
            if (await store.UnfinishedAsync() is [var first, ..]) await vault.TryAsync(first.Id);
            await vault.EraseAllButAsync(new HashSet<Guid>());
            await queue.SetLimitsAsync();
            await _scheduler.Start(cancellationToken);
            await nodes.SayAsync();
        }

        operators.Changed += Tell;
        ClusterLog.Joined(log, cluster.Value.Node, _options.MaxConcurrency);
        await base.StartAsync(cancellationToken);
    }

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        operators.Changed -= Tell;
        if (!HasStopped && _scheduler is { } scheduler)
        {
            await scheduler.Standby(CancellationToken.None);
            await DrainAsync();
            await scheduler.Shutdown(waitForJobsToComplete: true, CancellationToken.None).AsTask().WaitAsync(PatienceToLeave, time, CancellationToken.None).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        await base.StopAsync(cancellationToken);
    }

    // What another node accepts, this one looks for at once.
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var accepted = feed.Listen(one => one is JobChanged { Job.Status: JobStatus.Pending });
        await foreach (var _ in accepted.ReadAsync(stoppingToken)) queue.Signal();
    }

    private void Tell()
    {
        queue.LookAgain();
        _ = TellAsync();
    }

    // What could not be told is told with the next change.
    private async Task TellAsync()
    {
        try
        {
            await nodes.SayAsync();
        }
        catch (Exception exception) when (exception is NpgsqlException or InvalidOperationException or System.Net.Sockets.SocketException)
        {
            ClusterLog.NotSaid(log, exception.Message);
        }
    }

    private async Task DrainAsync()
    {
        var all = runs.UntilIdleAsync();
        if (all.IsCompleted) return;
        ClusterLog.Draining(log, runs.Running, _options.ShutdownTimeout);
        await Drain.WaitAsync(all, _options.ShutdownTimeout, runs.GiveBackAsync, time);
    }
}
