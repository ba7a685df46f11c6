using Quartz;

namespace BotPhone.Jobs.Cluster;

/// <summary>What runs on this node: from a trigger that fired to a job that has ended, or waits again.</summary>
internal sealed class ClusterRuns(
    IJobStore store, ClusterQueue queue, JobStarter starter, JobRunner runner, IOperators operators, PortalPauses pauses, JobFeed feed, IBrowsers browsers, TimeProvider time, ILogger<ClusterRuns> log) : IDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);
    private readonly CancellationTokenSource _giveBack = new();
    private readonly Lock _lock = new();
    private TaskCompletionSource _idle = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _running;

    public int Running
    {
        get
        {
            lock (_lock) return _running;
        }
    }

    /// <summary>Runs a job. It is done with only once the job has ended or waits again: a node that dies before leaves it to another.</summary>
    public async Task RunAsync(Guid id)
    {
        Enter();
        try
        {
            // A node that stops leaves what it could not do to the others.
            while (!await TryRunAsync(id) && !_giveBack.IsCancellationRequested) await Task.Delay(Pause, time);
        }
        finally
        {
            Leave();
        }
    }

    /// <summary>Waits until nothing runs any more.</summary>
    public Task UntilIdleAsync()
    {
        lock (_lock) return _running == 0 ? Task.CompletedTask : _idle.Task;
    }

    /// <summary>Has what runs given back.</summary>
    public Task GiveBackAsync() => _giveBack.CancelAsync();

    public void Dispose() => _giveBack.Dispose();

    // A database that is away for a while must not leave a job behind.
    private async Task<bool> TryRunAsync(Guid id)
    {
        try
        {
            if (await store.FindAsync(id) is not { HasEnded: false } job || await TakeOverAsync(job) is not { } waiting) return true;
            if ((await RunOnceAsync(waiting)).GoesBack && await store.FindAsync(id) is { HasEnded: false } again) await queue.EnqueueAgainAsync(again);
            return true;
        }
        catch (JobTakenException)
        {
            JobsLog.Taken(log, id);
            return true;
        }
        catch (Exception exception) when (exception is StoreAwayException or SchedulerException or IOException)
        {
            ClusterLog.NotRun(log, exception, id);
            return false;
        }
    }

    // A job that runs, and is handed out again, was cut off with its node. That one may write nothing for it any more before its browser is ended:
    // it may live, and would take that for the portal's fault.
    private async Task<Job?> TakeOverAsync(Job job)
    {
        if (job.Status == JobStatus.Pending) return job;
        ClusterLog.TakenOver(log, job.Operator, job.Id);
        var isRunAgain = operators.FindCode(job.Operator) is not { Restartable: false };
        var taken = job.TakeOver();
        if (isRunAgain) await store.SaveAsync(taken = taken.GiveBack());
        else await runner.InterruptAsync(taken);
        await browsers.EndThoseOfGoneNodesAsync();
        return isRunAgain ? taken : null;
    }

    private async Task<JobTurn> RunOnceAsync(Job job)
    {
        var started = time.GetUtcNow();
        JobTurn? turn = null;
        pauses.Start(job.Operator);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(_giveBack.Token);
        using var taken = feed.Listen(one => one is JobChanged { Job: var now } && now.Id == job.Id && now.Claim > job.Claim + 1);
        var watching = StopWhenTakenAsync(taken, stop);
        try
        {
            return turn = await starter.RunAsync(job.Id, stop.Token);
        }
        finally
        {
            await stop.CancelAsync();
            await watching;
            pauses.End(job.Operator, started, turn?.Outcome);
        }
    }

    // Nothing that is still done for it here would count.
    private static async Task StopWhenTakenAsync(JobListener taken, CancellationTokenSource stop)
    {
        await foreach (var _ in taken.ReadAsync(stop.Token)) await stop.CancelAsync();
    }

    private void Enter()
    {
        lock (_lock)
        {
            if (_running++ == 0) _idle = new(TaskCreationOptions.RunContinuationsAsynchronously);
        }
    }

    private void Leave()
    {
        lock (_lock)
        {
            if (--_running == 0) _idle.TrySetResult();
        }
    }
}
