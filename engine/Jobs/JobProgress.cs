namespace BotPhone.Jobs;

/// <summary>The job that is running now: holds its present state, writes each change, and its log.</summary>
internal sealed class JobProgress(Job job, Discretion discretion, IJobStore store, TimeProvider time, ILogger serverLog)
{
    private readonly Lock _lock = new();

    public Job Job { get; private set; } = job;

    public Discretion Discretion => discretion;

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

    /// <summary>Ends the job with the line that tells it: both are durable, or neither is.</summary>
    public Task EndAsync(Func<Job, Job> end)
    {
        Task saved;
        string text;
        lock (_lock)
        {
            Job = end(Job);
            text = $"Job {Job.Id} concluído: {(Job.Status == JobStatus.Completed ? "completed" : "failed")}";
            saved = store.SaveAsync(Job, Discretion.WithoutRequest.Line(Job.Id, Job.Operator, LogLevel.Warning, text, time.GetUtcNow()) with { Claim = Job.Claim });
        }

        JobsLog.Line(serverLog, LogLevel.Warning, Job.Operator, Job.Id, text);
        return saved;
    }

    /// <summary>Logs what a portal or an operator had a hand in: without secrets, on one line.</summary>
    public void Log(LogLevel level, string message) => Log(level, discretion.Secrets.Clean(message).ReplaceLineEndings(" "), discretion);

    /// <summary>Logs the server's own words, which clients wait for: nothing in them is anybody's secret, whatever the password is.</summary>
    public void Announce(LogLevel level, string message) => Log(level, message, Discretion.WithoutRequest);

    /// <summary>Details for the one who runs the server, never for the client.</summary>
    public void LogFault(string what, Exception exception) =>
        JobsLog.Fault(serverLog, Job.Operator, Job.Id, what, discretion.Secrets.Clean(exception.ToString()));

    private void Log(LogLevel level, string message, Discretion words)
    {
        lock (_lock)
        {
            if (Job.HasEnded) return;
            if (level >= LogLevel.Information) store.Append(words.Line(Job.Id, Job.Operator, level, message, time.GetUtcNow()) with { Claim = Job.Claim });
        }

        JobsLog.Line(serverLog, level, Job.Operator, Job.Id, message);
    }
}
