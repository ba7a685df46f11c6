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

    [LoggerMessage(5, LogLevel.Information, "Sessão {Session} encerrada na Grid: quem a abriu não está mais lá ({Owner})")]
    public static partial void SessionEnded(ILogger log, string session, string owner);

    [LoggerMessage(6, LogLevel.Warning, "A sessão {Session} não pôde ser encerrada na Grid: {Reason}")]
    public static partial void SessionStays(ILogger log, string session, string reason);

    [LoggerMessage(7, LogLevel.Warning, "A Grid em {Address} não diz que sessões tem: {Reason}")]
    public static partial void GridSilent(ILogger log, Uri address, string reason);

    [LoggerMessage(8, LogLevel.Warning, "O navegador não pôde ser iniciado: {Reason}")]
    public static partial void NotStarted(ILogger log, string reason);
}
