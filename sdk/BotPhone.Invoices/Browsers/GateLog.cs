using Microsoft.Extensions.Logging;

namespace BotPhone.Invoices;

/// <summary>What a gate says in the log of its job.</summary>
internal static partial class GateLog
{
    [LoggerMessage(1, LogLevel.Warning, "Endereço não declarado recusado: {Host}")]
    public static partial void Refused(ILogger log, string host);
}
