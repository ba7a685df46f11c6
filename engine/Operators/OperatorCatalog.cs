using System.Collections.Immutable;
using BotPhone.Jobs;

namespace BotPhone.Operators;

/// <summary>The operators that serve now. The whole set is replaced at once, so that whoever reads sees one state.</summary>
internal sealed class OperatorCatalog : IOperators
{
    private volatile OperatorSet _set = OperatorSet.Of(ImmutableSortedDictionary<string, OperatorEntry>.Empty);

    public event Action? Changed;

    public OperatorSet Now => _set;

    public IReadOnlyList<IOperatorVersion> Loaded => _set.Loaded;

    public IOperatorVersion? FindRoute(string route) => _set.ByRoute.GetValueOrDefault(route);

    public IOperatorVersion? FindCode(string code) => _set.ByCode.GetValueOrDefault(code);

    public OperatorLease? Lease(string code)
    {
        while (_set.ByCode.GetValueOrDefault(code) is { } version)
        {
            // One that was replaced in this moment is no longer in the set that is read next.
            if (version.TryTake()) return new OperatorLease(version, version.GiveBack);
        }

        return null;
    }

    public void Put(string entry, OperatorEntry state) => Set(_set.Entries.SetItem(entry, state));

    public void Remove(string entry) => Set(_set.Entries.Remove(entry));

    private void Set(ImmutableSortedDictionary<string, OperatorEntry> entries)
    {
        _set = OperatorSet.Of(entries);
        Changed?.Invoke();
    }
}

/// <summary>All entries of <c>Operators:Path</c> at one moment.</summary>
internal sealed record OperatorSet(
    ImmutableSortedDictionary<string, OperatorEntry> Entries,
    IReadOnlyList<OperatorVersion> Loaded,
    IReadOnlyDictionary<string, OperatorVersion> ByRoute,
    IReadOnlyDictionary<string, OperatorVersion> ByCode)
{
    public static OperatorSet Of(ImmutableSortedDictionary<string, OperatorEntry> entries)
    {
        OperatorVersion[] loaded = [.. entries.Values.Select(entry => entry.Serving).OfType<OperatorVersion>()];
        return new OperatorSet(entries, loaded, loaded.ToDictionary(one => one.Route, StringComparer.Ordinal), loaded.ToDictionary(one => one.Code, StringComparer.Ordinal));
    }
}

/// <summary>A folder or package of <c>Operators:Path</c>.</summary>
/// <param name="Serving">The version that serves, or null.</param>
/// <param name="Rejected">Why what is there now does not serve, or null.</param>
internal sealed record OperatorEntry(OperatorVersion? Serving, Rejection? Rejected);

/// <param name="Reason">In Portuguese, as a clause.</param>
internal sealed record Rejection(string Reason, DateTimeOffset Since);
