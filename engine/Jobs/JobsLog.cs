namespace BotPhone.Jobs;

internal static partial class JobsLog
{
    [LoggerMessage(EventId = 1, Message = "[{OperatorCode} {JobId}] {Text}")]
    public static partial void Line(ILogger log, LogLevel level, string operatorCode, Guid jobId, string text);

    [LoggerMessage(2, LogLevel.Error, "[{OperatorCode} {JobId}] {What}: {Details}")]
    public static partial void Fault(ILogger log, string operatorCode, Guid jobId, string what, string details);

    [LoggerMessage(3, LogLevel.Information, "{Waiting} jobs na fila, {Restarted} retomados após a parada do servidor")]
    public static partial void Restored(ILogger log, int waiting, int restarted);

    [LoggerMessage(4, LogLevel.Information, "Parando: {Running} jobs em execução têm até {Limit} para terminar")]
    public static partial void Draining(ILogger log, int running, TimeSpan limit);

    [LoggerMessage(5, LogLevel.Information, "{Count} jobs antigos removidos")]
    public static partial void Removed(ILogger log, int count);

    [LoggerMessage(6, LogLevel.Critical, "O job {JobId} não pôde ser encerrado")]
    public static partial void Lost(ILogger log, Exception exception, Guid jobId);

    [LoggerMessage(8, LogLevel.Error, "O job {JobId} falhou por um erro do servidor")]
    public static partial void Broken(ILogger log, Exception exception, Guid jobId);

    [LoggerMessage(9, LogLevel.Error, "O pedido guardado do job {JobId} não pôde ser lido: as chaves mudaram ou o arquivo foi alterado")]
    public static partial void NotOpened(ILogger log, Exception exception, Guid jobId);

    [LoggerMessage(10, LogLevel.Error, "O pedido do job {JobId} não pôde ser apagado agora: será apagado no próximo início")]
    public static partial void NotErased(ILogger log, Exception exception, string jobId);

    [LoggerMessage(11, LogLevel.Warning, "O portal da operadora {Code} está fora do ar: o próximo job espera até {Until:u}")]
    public static partial void PortalDown(ILogger log, string code, DateTimeOffset until);

    [LoggerMessage(EventId = 12, Message = "[{OperatorCode}] Sessão mantida entre jobs: {Text}")]
    public static partial void Session(ILogger log, LogLevel level, string operatorCode, string text);

    [LoggerMessage(13, LogLevel.Warning, "O job {JobId} foi assumido por outro nó: o que este ainda fizer por ele não vale")]
    public static partial void Taken(ILogger log, Guid jobId);

    [LoggerMessage(7, LogLevel.Error, "A limpeza de jobs antigos falhou; nova tentativa no próximo intervalo")]
    public static partial void CleanupFailed(ILogger log, Exception exception);
}
