namespace BotPhone.Browsers;

internal static partial class BrowsersLog
{
    [LoggerMessage(1, LogLevel.Warning, "O navegador de {Folder} não encerrou por si e foi finalizado: {Reason}")]
    public static partial void Killing(ILogger log, string folder, string reason);

    [LoggerMessage(2, LogLevel.Warning, "A pasta {Folder} não pôde ser removida")]
    public static partial void FolderStays(ILogger log, Exception exception, string folder);

    [LoggerMessage(3, LogLevel.Information, "Sessão abandonada removida: {Folder} ({Processes} processos finalizados)")]
    public static partial void Reaped(ILogger log, string folder, int processes);

    [LoggerMessage(4, LogLevel.Warning, "O navegador que esperava não respondeu e foi finalizado: {Reason}")]
    public static partial void Died(ILogger log, string reason);
}
