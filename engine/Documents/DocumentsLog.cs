namespace BotPhone.Documents;

internal static partial class DocumentsLog
{
    [LoggerMessage(1, LogLevel.Warning, "As provas da falha do job {JobId} não puderam ser guardadas")]
    public static partial void EvidenceLost(ILogger log, Exception exception, Guid jobId);

    [LoggerMessage(2, LogLevel.Information, "{Count} faturas guardadas há mais tempo que Documents:Retention foram removidas")]
    public static partial void Removed(ILogger log, int count);
}
