namespace BotPhone.Jobs;

/// <summary>Keeps jobs and their logs. Writes are applied in the order in which they were asked for.</summary>
internal interface IJobStore
{
    /// <summary>Why nothing can be written any more, or null while all is well.</summary>
    string? Fault { get; }

    /// <summary>The number for the next job.</summary>
    long NextNumber();

    /// <summary>Writes a job as it is now. When the task completes it survives the death of the process.</summary>
    Task SaveAsync(Job job);

    /// <summary>Writes a job's progress: soon, but nobody waits for it.</summary>
    void Note(Job job);

    /// <summary>Appends to a job's log: soon, and before any later write is completed.</summary>
    void Append(Guid jobId, LogLine line);

    Job? Find(Guid id);

    IReadOnlyList<LogLine> LogOf(Guid jobId);

    /// <summary>All jobs, newest first.</summary>
    IReadOnlyList<Job> Newest();

    /// <summary>The jobs that have not ended, in the order of acceptance.</summary>
    IReadOnlyList<Job> Unfinished();

    /// <summary>Removes jobs that ended before a moment, with their logs.</summary>
    /// <returns>How many were removed.</returns>
    Task<int> RemoveEndedAsync(DateTimeOffset before);
}
