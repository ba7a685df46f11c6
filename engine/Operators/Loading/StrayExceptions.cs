using System.Diagnostics;
using System.Runtime.ExceptionServices;

namespace BotPhone.Operators;

/// <summary>
/// Exceptions of operators on threads of their own, where no job waits for them. They would end the process, and everybody's jobs with it; they are
/// logged instead. Ours still end it.
/// </summary>
internal static class StrayExceptions
{
    private static readonly Lock Once = new();
    private static bool s_isSet;
    private static ILogger? s_log;

    /// <summary>From now on, to this log.</summary>
    public static void LogTo(ILogger log)
    {
        lock (Once)
        {
            s_log = log;
            if (s_isSet) return;
            ExceptionHandling.SetUnhandledExceptionHandler(IsOfOperator);
            s_isSet = true;
        }
    }

    private static bool IsOfOperator(Exception exception)
    {
        var assembly = new StackTrace(exception).GetFrames().Select(frame => frame.GetMethod()?.Module.Assembly).FirstOrDefault(one => one?.IsCollectible == true);
        if (assembly is null) return false;
        if (s_log is { } log) OperatorsLog.Stray(log, exception, assembly.GetName().Name!);
        return true;
    }
}
