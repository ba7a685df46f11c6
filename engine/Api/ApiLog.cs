namespace BotPhone.Api;

internal static partial class ApiLog
{
    [LoggerMessage(1, LogLevel.Information, "{Method} {Path} {Status} em {Elapsed} ms")]
    public static partial void Request(ILogger log, string method, string path, int status, long elapsed);
}
