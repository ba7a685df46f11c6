using BotPhone.Jobs;

namespace BotPhone.Operators;

/// <summary>Says what happens to operators: in the log, and in the history, which tells those who follow the events. Jobs that wait for one look again.</summary>
internal sealed class OperatorNews(IJobQueue queue, IDeployHistory history, TimeProvider time, AuditTrail audit, ILogger<OperatorNews> log)
{
    public void Serves(OperatorVersion version, OperatorVersion? before)
    {
        if (before is null) OperatorsLog.Loaded(log, version.Code, version.Version, version.Route);
        else OperatorsLog.Replaced(log, version.Code, version.Version, before.Version);
        queue.LookAgain();
        Tell(version.Code, version.Version, OperatorChanged.Loaded, before is null ? $"A operadora {version.Code} atende" : $"A operadora {version.Code} atende com outra versão");
    }

    public void Rejected(string entry, RejectedException rejection, OperatorVersion? serving)
    {
        OperatorsLog.Rejected(log, rejection.InnerException, entry, rejection.Message);
        Tell(serving?.Code ?? entry, serving?.Version, OperatorChanged.Rejected, $"'{entry}' não foi carregada: {rejection.Message}");
    }

    public void Removed(OperatorVersion version)
    {
        OperatorsLog.Removed(log, version.Code, version.Version);
        Tell(version.Code, version.Version, OperatorChanged.Removed, $"A operadora {version.Code} não atende mais");
    }

    public void RolledBack(ServedVersion lost, ServedVersion before, int jobs)
    {
        OperatorsLog.RolledBack(log, lost.Code, lost.Version, jobs, before.Version);
        Tell(lost.Code, before.Version, OperatorChanged.RolledBack, $"A operadora {lost.Code} volta à versão anterior: os primeiros jobs da nova falharam por culpa dela");
    }

    public void NotRolledBack(ServedVersion lost, ServedVersion before, Exception exception) =>
        OperatorsLog.NotRolledBack(log, exception, lost.Code, lost.Version, before.Version);

    public void NotWatched(string root, Exception exception) => OperatorsLog.NotWatched(log, exception, root);

    /// <summary>What operators throw where no job waits for it is logged, too.</summary>
    public void HearStrayExceptions() => StrayExceptions.LogTo(log);

    public void Nothing(string root) => OperatorsLog.None(log, root);

    private void Tell(string code, string? version, string state, string message)
    {
        var change = new OperatorChanged(code, version, state, message, time.GetUtcNow());
        history.Add(change);
        audit.Add(new AuditEntry($"operator.{state}", code, Details: version is null ? message : $"{version}: {message}"));
    }
}
