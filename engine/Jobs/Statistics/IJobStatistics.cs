namespace BotPhone.Jobs;

/// <summary>What became of jobs, counted in the same commit that ends each of them; it stays when they are removed.</summary>
internal interface IJobStatistics
{
    /// <summary>Those days, from the first to the last, on which a job ended; of each day the operators by their codes.</summary>
    ValueTask<IReadOnlyList<JobDay>> DaysAsync(DateOnly from, DateOnly to);

    /// <summary>The last jobs of each operator that failed, of each the newest first.</summary>
    ValueTask<IReadOnlyList<FailedJob>> LastFailuresAsync();

    /// <summary>Forgets what was before a day.</summary>
    Task RemoveAsync(DateOnly before);
}

/// <summary>A job that failed, as it is remembered.</summary>
internal sealed record FailedJob(Guid JobId, string Operator, string ErrorCode, string Error, DateTimeOffset At)
{
    public static FailedJob? Of(Job job) => job is { Status: JobStatus.Failed, ErrorCode: { } code, Error: { } error, CompletedAt: { } at }
        ? new FailedJob(job.Id, job.Operator, code, error, at)
        : null;
}
