namespace BotPhone.Jobs;

/// <summary>One line of a job's log, already free of secrets.</summary>
/// <param name="Masked">The line for those who gave no token, when it differs: identifying values down to their last three characters.</param>
internal sealed record LogLine(Guid JobId, string Operator, DateTimeOffset Timestamp, string Level, string Message, string? Masked)
{
    /// <summary>For which <see cref="Job.Claim"/> it is written; null for a line that does not come from the job's run.</summary>
    public int? Claim { get; init; }

    /// <summary>Counts up over all jobs, across restarts too; given when the line is written.</summary>
    public long Number { get; init; }

    public static string LevelName(LogLevel level) => level switch
    {
        >= LogLevel.Error => "ERROR",
        LogLevel.Warning => "WARN",
        _ => "INFO",
    };
}
