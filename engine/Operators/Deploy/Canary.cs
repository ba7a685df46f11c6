using System.Collections.Concurrent;

namespace BotPhone.Operators;

/// <summary>Condemns a new version whose first jobs all fail by its own fault, when the version before it worked.</summary>
/// <param name="jobs">How many jobs it has to show itself; 0: it is never condemned.</param>
internal sealed class Canary(int jobs)
{
    private readonly ConcurrentDictionary<string, string> _condemned = [];

    /// <summary>The entry of a version that is condemned from now on.</summary>
    public event Action<string>? Lost;

    public void Watch(string entry, OperatorVersion version, OperatorVersion? before)
    {
        if (jobs == 0 || before?.Probation.IsSound != true) return;
        var (probation, hash) = (version.Probation, version.Hash);
        probation.Changed += () =>
        {
            if (!probation.IsLost(jobs) || !_condemned.TryAdd(hash, entry)) return;
            Lost?.Invoke(entry);
        };
    }

    /// <summary>True once for each version that is condemned.</summary>
    public bool Condemns(OperatorVersion? version) => version is not null && _condemned.TryRemove(version.Hash, out _);
}
