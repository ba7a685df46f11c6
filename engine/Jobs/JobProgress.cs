namespace BotPhone.Jobs;

/// <summary>The job that is running now: holds its present state, writes each change, and its log.</summary>
internal sealed class JobProgress(Job job, Redactor redactor, IJobStore store, TimeProvider time, ILogger serverLog)
{
    private readonly Lock _lock = new();

    public Job Job { get; private set; } = job;

    public Redactor Redactor => redactor;

    /// <summary>Applies a change and lets it be written soon. A change that comes after the end, from an operator that was given up, is dropped.</summary>
    public void Change(Func<Job, Job> change)
    {
        lock (_lock)
        {
            if (Job.Status != JobStatus.Running) return;
            Job = change(Job);
            store.Note(Job);
        }
    }

    /// <summary>Applies a change and waits until it is durable.</summary>
    public Task CommitAsync(Func<Job, Job> change)
    {
        lock (_lock)
        {
            Job = change(Job);
            return store.SaveAsync(Job);
        }
    }

    public void Log(LogLevel level, string message)
    {
        // One line, whatever a portal or an operator puts into it.
        var clean = redactor.Clean(message).ReplaceLineEndings(" ");
        lock (_lock)
        {
            if (Job.HasEnded) return;
            if (level >= LogLevel.Information) store.Append(Job.Id, new LogLine(time.GetUtcNow(), LogLine.LevelName(level), clean));
        }

        JobsLog.Line(serverLog, level, Job.Operator, Job.Id, clean);
    }

    /// <summary>Details for the one who runs the server, never for the client.</summary>
    public void LogFault(string what, Exception exception) =>
        JobsLog.Fault(serverLog, Job.Operator, Job.Id, what, redactor.Clean(exception.ToString()));
}
