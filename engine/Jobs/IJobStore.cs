namespace BotPhone.Jobs;

/// <summary>
/// Keeps jobs and their logs. Writes are applied in the order in which they were asked for, and told to the <see cref="JobFeed"/>
/// once they can be read.
/// </summary>
internal interface IJobStore
{
    /// <summary>Why nothing can be written any more, or null while all is well.</summary>
    string? Fault { get; }

    /// <summary>How many jobs there are.</summary>
    JobCounts Counts { get; }

    /// <summary>The number for the next job.</summary>
    ValueTask<long> NextNumberAsync();

    /// <summary>Writes a new job. When the task completes it survives the death of the process.</summary>
    /// <exception cref="IOException">Nothing can be written at the moment; the job was not taken.</exception>
    /// <returns>The job, or the one that came before it with the same <see cref="Job.RequestKey"/>.</returns>
    Task<Job> AddAsync(Job job);

    /// <summary>
    /// Writes a job as it is now. When the task completes it survives the death of the process; so do the update that the
    /// job's processo is owed, see <see cref="IProcessoOutbox"/>, and what an ended job owes the <see cref="IInvoiceLedger"/>, the
    /// <see cref="IFailedAccounts"/> and the <see cref="IJobStatistics"/>.
    /// </summary>
    /// <exception cref="JobTakenException">Another node has taken the job; nothing was written.</exception>
    /// <param name="job">The job.</param>
    /// <param name="lastLine">A line for its log that comes in the same moment, before it.</param>
    Task SaveAsync(Job job, LogLine? lastLine = null);

    /// <summary>Sees that what is done for a job as it is here still counts: before what cannot be undone.</summary>
    /// <exception cref="JobTakenException">It does not.</exception>
    ValueTask ConfirmAsync(Job job);

    /// <summary>Writes a job's progress: soon, but nobody waits for it.</summary>
    void Note(Job job);

    /// <summary>Appends to a job's log: soon, and before any later write is completed.</summary>
    void Append(LogLine line);

    ValueTask<Job?> FindAsync(Guid id);

    ValueTask<IReadOnlyList<LogLine>> LogOfAsync(Guid jobId);

    /// <summary>A job with its log, for those who ask for the same one again and again.</summary>
    ValueTask<LoggedJob?> ReadAsync(Guid id);

    /// <summary>The lines of all jobs that come after one, in order.</summary>
    ValueTask<IReadOnlyList<LogLine>> LinesAfterAsync(long number, int limit);

    /// <summary>Jobs, newest first.</summary>
    ValueTask<JobPage> ListAsync(JobQuery query);

    /// <summary>The jobs that have not ended, in the order of acceptance.</summary>
    ValueTask<IReadOnlyList<Job>> UnfinishedAsync();

    /// <summary>Removes jobs that ended before a moment, with their logs.</summary>
    /// <returns>How many were removed.</returns>
    Task<int> RemoveEndedAsync(DateTimeOffset before);
}

/// <param name="Log">In order.</param>
internal sealed record LoggedJob(Job Job, IReadOnlyList<LogLine> Log);

/// <param name="Before">Only jobs with a smaller number.</param>
internal sealed record JobQuery(JobStatus? Status, string? Operator, int? Limit, long? Before);

/// <param name="Total">All jobs that match, on whatever page.</param>
/// <param name="Next">Where the next page begins, or null when there is none.</param>
internal sealed record JobPage(int Total, IReadOnlyList<Job> Jobs, long? Next);
