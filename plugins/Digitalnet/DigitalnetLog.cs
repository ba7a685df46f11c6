using Microsoft.Extensions.Logging;

namespace BotPhone.Operators.Digitalnet;

internal static partial class DigitalnetLog
{
    [LoggerMessage(1, LogLevel.Warning, "A nota fiscal ainda não foi emitida: o arquivo tem só o boleto")]
    public static partial void NoTaxNoteYet(ILogger log);
}
