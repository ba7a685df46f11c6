using Microsoft.Extensions.Options;

namespace BotPhone.Jobs;

/// <summary>
/// Starts waiting jobs in the order of acceptance, never more than <see cref="JobsOptions.MaxConcurrency"/> at a time. A permit
/// is taken before a job is claimed.
/// </summary>
internal sealed class JobScheduler(
    IJobStore store, JobQueue queue, IOperators operators, JobStarter starter, JobRunner runner, PortalPauses pauses, SignedInSessions sessions, OperatorLimits limits, PayloadVault vault, IOptions<JobsOptions> options, TimeProvider time, ILogger<JobScheduler> log)
    : BackgroundService, IJobScheduler
{
    private readonly JobsOptions _options = options.Value;
    private readonly HashSet<Task> _running = [];
    private readonly BusyLogins _logins = new();
    private readonly Dictionary<string, int> _runningOf = [];
    private readonly Lock _lock = new();
    private readonly CancellationTokenSource _giveBack = new();

    public bool HasStopped => ExecuteTask is { IsCompleted: true };

    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        await RestoreAsync();
        await base.StartAsync(cancellationToken);
    }

    public override void Dispose()
    {
        _giveBack.Dispose();
        base.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var permits = new SemaphoreSlim(_options.MaxConcurrency);
        try
        {
            while (true)
            {
                await permits.WaitAsync(stoppingToken);
                Launch(await queue.TakeAsync(CanRun, stoppingToken), permits);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            await DrainAsync();
            await sessions.EndAllAsync();
        }
    }

    // What was accepted before the last stop: waiting jobs keep their place, cut-off ones go back to theirs or end.
    private async Task RestoreAsync()
    {
        var restarted = 0;
        var unfinished = await store.UnfinishedAsync();
        if (unfinished is [var first, ..]) await vault.TryAsync(first.Id);
        foreach (var job in unfinished)
        {
            if (job.Status == JobStatus.Pending)
            {
                queue.Add(job);
            }
            else if (operators.FindCode(job.Operator) is { Restartable: false })
            {
                await runner.InterruptAsync(job);
            }
            else
            {
                var waiting = job.GiveBack();
                await store.SaveAsync(waiting);
                queue.Add(waiting);
                restarted++;
            }
        }

        await vault.EraseAllButAsync(queue.Jobs);
        if (queue.Count > 0) JobsLog.Restored(log, queue.Count, restarted);
    }

    // A portal that knows one session for each login gets the jobs of one login one after another.
    private bool CanRun(WaitingJob job) =>
        operators.FindCode(job.Operator) is { } @operator && !(@operator.OneSessionPerLogin && _logins.IsBusy(job.LoginKey))
        && pauses.MayStart(job.Operator) && IsWithinLimit(job.Operator);

    private bool IsWithinLimit(string code)
    {
        if (limits.Of(code) is not { } limit) return true;
        lock (_lock) return _runningOf.GetValueOrDefault(code) < limit;
    }

    private void Launch(WaitingJob job, SemaphoreSlim permits)
    {
        var started = time.GetUtcNow();
        JobOutcome? outcome = null;
        _logins.Take(job.LoginKey);
        pauses.Start(job.Operator);
        lock (_lock)
        {
            _runningOf[job.Operator] = _runningOf.GetValueOrDefault(job.Operator) + 1;
            Task? task = null;
            task = Task.Run(async () =>
            {
                try
                {
                    var turn = await starter.RunAsync(job.Id, _giveBack.Token);
                    outcome = turn.Outcome;
                    if (turn.GoesBack && await store.FindAsync(job.Id) is { } again) queue.Add(again);
                    await sessions.SettleAsync(job.LoginKey);
                }
                finally
                {
                    lock (_lock)
                    {
                        _running.Remove(task!);
                        _runningOf[job.Operator]--;
                    }

                    _logins.GiveBack(job.LoginKey);
                    pauses.End(job.Operator, started, outcome);
                    permits.Release();
                }
            });
            _running.Add(task);
        }
    }

    private async Task DrainAsync()
    {
        Task[] running;
        lock (_lock) running = [.. _running];
        if (running.Length == 0) return;

        JobsLog.Draining(log, running.Length, _options.ShutdownTimeout);
        await Drain.WaitAsync(Task.WhenAll(running), _options.ShutdownTimeout, _giveBack.CancelAsync, time);
    }
}
