namespace BotPhone.Jobs.Store;

internal static partial class StoreLog
{
    [LoggerMessage(1, LogLevel.Error, "O banco de jobs não pôde ser gravado ({Count} alterações)")]
    public static partial void WriteFailed(ILogger log, Exception exception, int count);

    [LoggerMessage(2, LogLevel.Error, "A transação do banco de jobs não pôde ser desfeita")]
    public static partial void RollbackFailed(ILogger log, Exception exception);
}
