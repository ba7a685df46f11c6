namespace BotPhone.Jobs;

/// <summary>A job's log as an operator writes to it.</summary>
internal sealed class JobLogger(JobProgress progress) : ILogger
{
    private const int LongestLine = 2000;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => logLevel is not LogLevel.None;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        if (!IsEnabled(logLevel)) return;
        var message = formatter(state, exception);
        progress.Log(logLevel, message.Length > LongestLine ? message[..LongestLine] + "…" : message);
        if (exception is not null) progress.LogFault(message, exception);
    }
}
