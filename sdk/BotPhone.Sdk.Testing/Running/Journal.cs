using BotPhone.Invoices;
using Microsoft.Extensions.Logging;

namespace BotPhone.Sdk.Testing;

/// <summary>All that an operator and its portal say.</summary>
internal sealed class Journal(Redactor secrets, Action<string>? echo) : ILogger
{
    private readonly Lock _lock = new();
    private readonly List<RunLine> _lines = [];
    private readonly List<string> _steps = [];
    private int _progress;

    public IReadOnlyList<RunLine> Lines
    {
        get
        {
            lock (_lock) return [.. _lines];
        }
    }

    public IReadOnlyList<string> Steps
    {
        get
        {
            lock (_lock) return [.. _steps];
        }
    }

    public int Progress => _progress;

    /// <summary>Without secrets, on one line.</summary>
    public string Clean(string text) => secrets.Clean(text).ReplaceLineEndings(" ");

    public void Step(string description, int? progress)
    {
        lock (_lock)
        {
            _steps.Add(Clean(description));
            _progress = Math.Clamp(Math.Max(_progress, progress ?? 0), 0, 100);
        }

        Log(LogLevel.Information, description);
    }

    public void Log(LogLevel level, string message)
    {
        var line = new RunLine(level, Clean(message));
        lock (_lock) _lines.Add(line);
        echo?.Invoke(line.ToString());
    }

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => logLevel is not LogLevel.None;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        Log(logLevel, formatter(state, exception));
        if (exception is not null) Log(LogLevel.Debug, exception.ToString());
    }
}
