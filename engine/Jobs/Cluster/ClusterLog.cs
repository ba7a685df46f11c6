namespace BotPhone.Jobs.Cluster;

internal static partial class ClusterLog
{
    [LoggerMessage(1, LogLevel.Information, "Nó '{Node}' no cluster, com até {Jobs} jobs ao mesmo tempo")]
    public static partial void Joined(ILogger log, string node, int jobs);

    [LoggerMessage(2, LogLevel.Information, "Parando: {Running} jobs em execução têm até {Limit} para terminar; os que esperam ficam para os outros nós")]
    public static partial void Draining(ILogger log, int running, TimeSpan limit);

    [LoggerMessage(3, LogLevel.Warning, "[{OperatorCode} {JobId}] O nó que executava este job se foi: o job volta para a fila")]
    public static partial void TakenOver(ILogger log, string operatorCode, Guid jobId);

    [LoggerMessage(4, LogLevel.Warning, "Os limites da fila não puderam ser mudados agora; valem os de antes até a próxima mudança")]
    public static partial void NotSet(ILogger log, Exception exception);

    [LoggerMessage(6, LogLevel.Warning, "O que este nó tem carregado não pôde ser dito aos outros ({Reason}): vale o que foi dito antes")]
    public static partial void NotSaid(ILogger log, string reason);

    [LoggerMessage(5, LogLevel.Error, "O job {JobId} não pôde ser executado agora: outra tentativa vem em instantes")]
    public static partial void NotRun(ILogger log, Exception exception, Guid jobId);
}
