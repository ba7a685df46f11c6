namespace BotPhone.Jobs;

internal static partial class AuditMessages
{
    [LoggerMessage(1, LogLevel.Critical, "O registro de auditoria não pôde ser gravado: {Action} {Target}")]
    public static partial void NotWritten(ILogger log, Exception exception, string action, string target);
}
