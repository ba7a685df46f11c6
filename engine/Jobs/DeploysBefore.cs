namespace BotPhone.Jobs;

/// <summary>What the server before this one noted of operators: what is said of one for the first time since the start may be what was said last before it.</summary>
internal sealed class DeploysBefore
{
    private readonly Lock _lock = new();
    private readonly Dictionary<(string Code, bool IsRejected), OperatorChanged> _left = [];

    /// <param name="before">In order.</param>
    public DeploysBefore(IEnumerable<OperatorChanged> before)
    {
        foreach (var change in before) _left[KindOf(change)] = change;
    }

    /// <summary>Whether a change is only how things were left. It is asked once for each kind: afterwards something has happened.</summary>
    public bool Left(OperatorChanged change)
    {
        lock (_lock) return _left.Remove(KindOf(change), out var left) && IsAsLeft(left, change);
    }

    private static (string Code, bool IsRejected) KindOf(OperatorChanged change) => (change.Code, change.State == OperatorChanged.Rejected);

    private static bool IsAsLeft(OperatorChanged left, OperatorChanged change) => change.State == OperatorChanged.Rejected
        ? left.Message == change.Message
        : change.State == OperatorChanged.Loaded && left.State is OperatorChanged.Loaded or OperatorChanged.RolledBack && left.Version == change.Version;
}
