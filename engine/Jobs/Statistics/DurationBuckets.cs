namespace BotPhone.Jobs;

/// <summary>
/// Durations as numbers of jobs in buckets, each a tenth wider than the one before: a day's worth is small however many jobs there are, days
/// can be added up, and what is read from them is off by a twentieth at the most.
/// </summary>
internal static class DurationBuckets
{
    /// <summary>Of the first bucket, and of all that are shorter.</summary>
    private static readonly TimeSpan Shortest = TimeSpan.FromMilliseconds(10);

    /// <summary>More than the longest limit that a job may have.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromDays(2);

    private const double Growth = 1.1;

    public static int Of(TimeSpan duration) => (int)Math.Floor(Math.Log(Math.Clamp(duration / Shortest, 1, Longest / Shortest), Growth));

    /// <summary>The duration that a share of the jobs did not exceed.</summary>
    /// <param name="counts">The number of jobs in each bucket.</param>
    /// <param name="share">For example 0.5 for the median.</param>
    /// <returns>In seconds; null when there are no jobs.</returns>
    public static double? Quantile(IReadOnlyDictionary<int, int> counts, double share)
    {
        var left = (long)Math.Ceiling(counts.Values.Sum(count => (long)count) * share);
        foreach (var (bucket, count) in counts.OrderBy(one => one.Key))
        {
            left -= count;
            if (left <= 0) return Rounded(Middle(bucket));
        }

        return null;
    }

    private static double Middle(int bucket) => Shortest.TotalSeconds * Math.Pow(Growth, bucket + 0.5);

    private static double Rounded(double seconds) => Math.Round(seconds, seconds < 1 ? 3 : 1);
}
