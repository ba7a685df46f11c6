using System.Collections.Immutable;

namespace BotPhone.Jobs;

/// <summary>What became of the jobs of one operator that ended on one day of Brasília. It outlives them.</summary>
/// <param name="Operator">The operator's code.</param>
internal sealed record JobDay(DateOnly Day, string Operator)
{
    public int Completed { get; init; }

    /// <summary>The number of failed jobs by error code.</summary>
    public ImmutableSortedDictionary<string, int> Failures { get; init; } = ImmutableSortedDictionary.Create<string, int>(StringComparer.Ordinal);

    /// <summary>How long completed jobs ran, see <see cref="DurationBuckets"/>.</summary>
    public ImmutableSortedDictionary<int, int> Durations { get; init; } = ImmutableSortedDictionary<int, int>.Empty;

    public JobDay Add(Job job) => job switch
    {
        { Status: JobStatus.Failed, ErrorCode: { } code } => this with { Failures = CountOne(Failures, code) },
        { Status: JobStatus.Completed, StartedAt: { } started, CompletedAt: { } ended } =>
            this with { Completed = Completed + 1, Durations = CountOne(Durations, DurationBuckets.Of(ended - started)) },
        _ => this,
    };

    private static ImmutableSortedDictionary<T, int> CountOne<T>(ImmutableSortedDictionary<T, int> counts, T what)
        where T : notnull => counts.SetItem(what, counts.GetValueOrDefault(what) + 1);
}
