using Microsoft.Extensions.Logging;

namespace BotPhone.Sdk.Testing;

/// <summary>One line of the log.</summary>
/// <param name="Level">From <see cref="LogLevel.Information"/> on the client reads it; below, it is for the server's log.</param>
/// <param name="Message">The line, without secrets.</param>
public sealed record RunLine(LogLevel Level, string Message)
{
    /// <summary>As a log shows it.</summary>
    public override string ToString() => $"{Level,-11} {Message}";
}
