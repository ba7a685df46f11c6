namespace BotPhone.Operators;

internal static partial class OperatorsLog
{
    [LoggerMessage(1, LogLevel.Information, "Operadora {Code} {Version} carregada: POST /executar/{Route}")]
    public static partial void Loaded(ILogger log, string code, string version, string route);

    [LoggerMessage(2, LogLevel.Error, "A pasta {Folder} não foi carregada: {Reason}")]
    public static partial void Rejected(ILogger log, Exception? exception, string folder, string reason);

    [LoggerMessage(3, LogLevel.Warning, "Nenhuma operadora em {Folder}: os pedidos terão resposta 404")]
    public static partial void None(ILogger log, string folder);

    [LoggerMessage(4, LogLevel.Information, "Operadora {Code} {Version} no lugar da {Before}: os jobs que já rodavam terminam na anterior")]
    public static partial void Replaced(ILogger log, string code, string version, string before);

    [LoggerMessage(5, LogLevel.Warning, "Operadora {Code} {Version} retirada: pedidos novos terão resposta 404, e os jobs na fila esperam que volte")]
    public static partial void Removed(ILogger log, string code, string version);

    [LoggerMessage(6, LogLevel.Error, "Operadora {Code} {Version}: os primeiros {Jobs} jobs falharam por culpa dela; volta a versão {Before}")]
    public static partial void RolledBack(ILogger log, string code, string version, int jobs, string before);

    [LoggerMessage(7, LogLevel.Error, "Operadora {Code} {Version}: a versão {Before} não pôde ser devolvida à pasta")]
    public static partial void NotRolledBack(ILogger log, Exception exception, string code, string version, string before);

    [LoggerMessage(8, LogLevel.Warning, "Operadora {Code} {Version} não sai da memória: algo dela ainda está em uso, como um timer ou um evento estático")]
    public static partial void Stuck(ILogger log, string code, string version);

    [LoggerMessage(10, LogLevel.Error, "{Assembly} lançou uma exceção fora de qualquer job, num thread só seu")]
    public static partial void Stray(ILogger log, Exception exception, string assembly);

    [LoggerMessage(9, LogLevel.Error, "A pasta {Folder} não pode ser observada: as operadoras novas só entram quando o servidor reiniciar")]
    public static partial void NotWatched(ILogger log, Exception exception, string folder);
}
