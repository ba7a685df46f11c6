using System.Diagnostics;

namespace BotPhone.Jobs;

/// <summary>Runs one job that its queue has handed out, on the version of its operator that serves now. Whatever happens, the queue goes on.</summary>
internal sealed class JobStarter(IJobStore store, IOperators operators, JobRunner runner, ILogger<JobStarter> log)
{
    /// <exception cref="StoreAwayException">The store cannot be reached: whether the job has ended is not known.</exception>
    /// <param name="id">The job.</param>
    /// <param name="giveBack">Cancelled when the job is to be given back.</param>
    public async Task<JobTurn> RunAsync(Guid id, CancellationToken giveBack)
    {
        try
        {
            if (await store.FindAsync(id) is not { HasEnded: false } job) return JobTurn.Over;
            using var activity = Trace(job);
            using var lease = operators.Lease(job.Operator);
            if (lease is null) return JobTurn.Waits;
            return await runner.RunAsync(job, lease.Version, giveBack) is { } outcome ? new JobTurn(outcome) : JobTurn.Waits;
        }
        catch (JobTakenException)
        {
            JobsLog.Taken(log, id);
        }
        catch (Exception exception) when (exception is not StoreAwayException)
        {
            JobsLog.Broken(log, exception, id);
            await EndAsync(id);
        }

        return JobTurn.Over;
    }

    // What the job logs belongs to the request that brought it.
    private static Activity Trace(Job job)
    {
        var activity = new Activity("job");
        if (job.TraceId is { } id) activity.SetParentId(ActivityTraceId.CreateFromString(id), ActivitySpanId.CreateRandom());
        return activity.Start();
    }

    // The last resort: the store itself fails, and the next start finds the job again.
    private async Task EndAsync(Guid id)
    {
        try
        {
            if (await store.FindAsync(id) is { HasEnded: false } job) await runner.AbandonAsync(job, "o servidor não conseguiu executar o job");
        }
        catch (Exception exception)
        {
            JobsLog.Lost(log, exception, id);
        }
    }
}

/// <summary>What came of a job's turn.</summary>
/// <param name="Outcome">How it ended; null when it did not end here.</param>
/// <param name="GoesBack">Whether it waits again.</param>
internal sealed record JobTurn(JobOutcome? Outcome, bool GoesBack = false)
{
    /// <summary>There is nothing to do for it here any more.</summary>
    public static JobTurn Over { get; } = new((JobOutcome?)null);

    public static JobTurn Waits { get; } = new(null, GoesBack: true);
}
