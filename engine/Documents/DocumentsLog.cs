using BotPhone.Sdk;

namespace BotPhone.Documents;

internal static partial class DocumentsLog
{
    [LoggerMessage(1, LogLevel.Warning, "As provas da falha do job {JobId} não puderam ser guardadas")]
    public static partial void EvidenceLost(ILogger log, Exception exception, Guid jobId);

    [LoggerMessage(2, LogLevel.Warning, "O armazenamento de faturas está fora do ar: {Reason} ({Detail}). As faturas verificadas esperam em disco")]
    public static partial void StoreDown(ILogger log, string reason, string? detail);

    [LoggerMessage(3, LogLevel.Warning, "A fatura {Key} espera em {Path} pelo armazenamento")]
    public static partial void Spooled(ILogger log, Exception exception, StorageKey key, string path);

    [LoggerMessage(4, LogLevel.Information, "A fatura {Key}, que esperava em disco, foi guardada")]
    public static partial void Sent(ILogger log, StorageKey key);

    [LoggerMessage(5, LogLevel.Debug, "O que espera em disco ainda não pôde ser guardado: {Reason}")]
    public static partial void NotSent(ILogger log, string reason);

    [LoggerMessage(6, LogLevel.Information, "{Count} faturas guardadas há mais tempo que Documents:Retention foram removidas")]
    public static partial void Removed(ILogger log, int count);

    [LoggerMessage(7, LogLevel.Warning, "As provas da falha do job {JobId} não puderam ser removidas do armazenamento")]
    public static partial void EvidenceLeft(ILogger log, Exception exception, Guid jobId);
}
