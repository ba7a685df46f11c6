using Microsoft.Extensions.Logging;

namespace BotPhone.Jobs;

/// <summary>One line of a job's log, already free of secrets.</summary>
internal sealed record LogLine(DateTimeOffset Timestamp, string Level, string Message)
{
    public static string LevelName(LogLevel level) => level switch
    {
        >= LogLevel.Error => "ERROR",
        LogLevel.Warning => "WARN",
        _ => "INFO",
    };
}
