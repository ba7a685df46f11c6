namespace BotPhone.Jobs.Store;

internal static partial class StoreLog
{
    [LoggerMessage(1, LogLevel.Error, "O banco de jobs não pode ser gravado: {Count} alterações esperam, e jobs novos são recusados até que possa")]
    public static partial void WriteFailed(ILogger log, Exception exception, int count);

    [LoggerMessage(2, LogLevel.Debug, "O banco de jobs não pôde ser reaberto; nova tentativa em instantes")]
    public static partial void NotReopened(ILogger log, Exception exception);

    [LoggerMessage(3, LogLevel.Information, "O banco de jobs voltou a ser gravado; nada do que esperava se perdeu")]
    public static partial void WritesAgain(ILogger log);

    [LoggerMessage(4, LogLevel.Warning, "Os acontecimentos do banco não chegam agora ({Reason}); nova tentativa em instantes, e nenhum se perde")]
    public static partial void NotListening(ILogger log, string reason);
}
