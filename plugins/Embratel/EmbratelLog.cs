using Microsoft.Extensions.Logging;

namespace BotPhone.Operators.Embratel;

internal static partial class EmbratelLog
{
    [LoggerMessage(1, LogLevel.Warning, "{Document} ainda não foi emitida: o arquivo segue sem ela")]
    public static partial void Pending(ILogger log, string document);

    [LoggerMessage(2, LogLevel.Information, "O portal não lista {Document} para esta fatura: o arquivo segue sem ela")]
    public static partial void NotListed(ILogger log, string document);
}
