using Npgsql;
using Quartz;
using Quartz.Extensibility;

namespace BotPhone.Jobs.Cluster;

/// <summary>
/// The queue that all nodes share: Quartz on the jobs' own database. A job is a trigger in the group of its operator, due at the moment of its
/// acceptance; where a portal knows one session for each login, the triggers of a login belong to one Quartz job, which no two nodes run at once.
/// </summary>
internal sealed class ClusterQueue(
    ISchedulerFactory schedulers, ISchedulerSignaler signaler, IOperators operators, Lazy<PortalPauses> pauses, OperatorLimits limits, TimeProvider time, ILogger<ClusterQueue> log)
    : IJobQueue, IClusterQueue
{
    /// <summary>Under which a trigger names its job.</summary>
    public const string JobId = "job";

    private static readonly TimeSpan Moment = TimeSpan.FromMilliseconds(20);
    private int _signals;

    // It waits in the database already, see EnqueueAsync.
    public void Add(Job job) => Signal();

    // The next job of a login may run on any node.
    public bool HasOf(string loginKey) => false;

    public void LookAgain() => _ = LookAgainAsync();

    /// <summary>Makes the node look for jobs now: once for all that is said within a moment, since each look keeps the other nodes from theirs.</summary>
    public void Signal()
    {
        if (Interlocked.Exchange(ref _signals, 1) == 0) _ = SignalAsync();
    }

    public async Task EnqueueAsync(Job job, NpgsqlTransaction transaction)
    {
        var scheduler = await schedulers.GetScheduler();
        using (scheduler.EnlistTransaction(transaction)) await ScheduleAsync(scheduler, job);
    }

    /// <summary>Adds a job that was taken out and did not end.</summary>
    public async Task EnqueueAgainAsync(Job job) => await ScheduleAsync(await schedulers.GetScheduler(), job);

    /// <summary>Lets the node take jobs of those operators that it has loaded and whose portal is not spared now, each within its limit.</summary>
    public async Task SetLimitsAsync()
    {
        var builder = ExecutionLimitsBuilder.Create().ForOtherGroups(0);
        foreach (var code in operators.Loaded.Select(version => version.Code))
        {
            if (!pauses.Value.MayStart(code)) continue;
            if (limits.Of(code) is { } limit) builder.ForGroup(code, limit, ExecutionLimitScope.Cluster);
            else builder.Unlimited(code);
        }

        await (await schedulers.GetScheduler()).SetExecutionLimits(builder.Build());
    }

    private async Task SignalAsync()
    {
        await Task.Delay(Moment, time);
        Volatile.Write(ref _signals, 0);
        await signaler.SignalSchedulingChange(null, CancellationToken.None);
    }

    private async Task LookAgainAsync()
    {
        try
        {
            await SetLimitsAsync();
            Signal();
        }
        catch (SchedulerException exception)
        {
            ClusterLog.NotSet(log, exception);
        }
    }

    private async Task ScheduleAsync(IScheduler scheduler, Job job)
    {
        // Whoever does not know the operator takes care: its portal may know one session for each login.
        var oneAtATime = operators.FindCode(job.Operator) is not { OneSessionPerLogin: false } && job.LoginKey is not null;
        var run = JobBuilder.Create<ClusterJob>()
            .WithIdentity(oneAtATime ? job.LoginKey! : $"{Guid.NewGuid()}", job.Operator)
            .RequestRecovery()
            .DisallowConcurrentExecution(oneAtATime)
            .Build();
        var trigger = TriggerBuilder.Create()
            .WithIdentity($"{Guid.NewGuid()}", job.Operator)
            .ForJob(run)
            .UsingJobData(JobId, $"{job.Id}")
            .WithExecutionGroup(job.Operator)
            .StartAt(job.CreatedAt)
            // However long it waits, it keeps its place.
            .WithSimpleSchedule(schedule => schedule.WithMisfireInstruction(SimpleTriggerMisfireInstruction.IgnoreMisfires))
            .Build();
        if (oneAtATime) await scheduler.ScheduleJob(run, [trigger], new ScheduleJobOptions { Replace = true });
        else await scheduler.ScheduleJob(run, trigger);
    }
}
