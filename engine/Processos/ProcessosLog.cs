namespace BotPhone.Processos;

internal static partial class ProcessosLog
{
    [LoggerMessage(1, LogLevel.Error, "O envio de atualizações aos processos falhou; continua em {Pause}")]
    public static partial void Broken(ILogger log, Exception exception, TimeSpan pause);
}
