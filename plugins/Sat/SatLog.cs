using BotPhone.Sdk;
using Microsoft.Extensions.Logging;

namespace BotPhone.Operators.Sat;

internal static partial class SatLog
{
    [LoggerMessage(1, LogLevel.Information, "O cadastro já está na lista do SAT: foi este job que o enviou")]
    public static partial void FoundOwn(ILogger log);

    [LoggerMessage(2, LogLevel.Warning, "O SAT não confirmou o envio ({Code}), mas o cadastro está na lista")]
    public static partial void FoundInDoubt(ILogger log, ErrorCode code);
}
