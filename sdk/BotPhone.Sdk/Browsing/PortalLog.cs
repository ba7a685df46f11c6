using Microsoft.Extensions.Logging;

namespace BotPhone.Sdk;

internal static partial class PortalLog
{
    [LoggerMessage(1, LogLevel.Debug, "{Step} ({Milliseconds} ms)")]
    public static partial void Done(ILogger log, string step, long milliseconds);

    [LoggerMessage(2, LogLevel.Debug, "{Step}: {Fault} ({Milliseconds} ms)")]
    public static partial void Failed(ILogger log, string step, long milliseconds, string fault);

    [LoggerMessage(3, LogLevel.Information, "O portal avisou: \"{Message}\"")]
    public static partial void Prompt(ILogger log, string message);
}
