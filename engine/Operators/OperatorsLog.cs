namespace BotPhone.Operators;

internal static partial class OperatorsLog
{
    [LoggerMessage(1, LogLevel.Information, "Operadora {Code} {Version} carregada: POST /executar/{Route}")]
    public static partial void Loaded(ILogger log, string code, string version, string route);

    [LoggerMessage(2, LogLevel.Error, "A pasta {Folder} não foi carregada: {Reason}")]
    public static partial void Rejected(ILogger log, Exception? exception, string folder, string reason);

    [LoggerMessage(3, LogLevel.Warning, "Nenhuma operadora em {Folder}: os pedidos terão resposta 404")]
    public static partial void None(ILogger log, string folder);
}
