using BotPhone.Jobs;
using FsCheck;
using FsCheck.Fluent;

namespace BotPhone.Tests.Statistics;

public class DurationBucketsTests
{
    private static readonly Gen<int> AnyDuration = Gen.OneOf(Gen.Choose(20, 2_000), Gen.Choose(2_000, 60_000), Gen.Choose(60_000, 86_400_000));

    /// <summary>Whatever the durations, what is read is within a twentieth of what sorting them all would give.</summary>
    [Fact]
    public void Quantile_AnyDurations_IsNearTheSorted() => Prop
        .ForAll(
            Arb.From(Gen.NonEmptyListOf(AnyDuration)), Arb.From(Gen.Elements(0.5, 0.9)),
            (milliseconds, share) =>
            {
                var exact = milliseconds.Order().ElementAt((int)Math.Ceiling(milliseconds.Count * share) - 1) / 1000.0;
                return Math.Abs(Read(milliseconds.Select(one => TimeSpan.FromMilliseconds(one)), share)!.Value - exact) <= (exact * 0.05) + 0.05;
            })
        .Check(Config.QuickThrowOnFailure.WithMaxTest(1000));

    [Fact]
    public void Quantile_NoJobs_IsNone() => Assert.Null(Read([], 0.5));

    [Theory]
    [InlineData("-00:00:01")]
    [InlineData("00:00:00")]
    [InlineData("00:00:00.004")]
    [InlineData("400.00:00:00")]
    public void Of_OutOfRange_IsABucketAtTheEdge(string duration) => Assert.InRange(DurationBuckets.Of(TimeSpan.Parse(duration, null)), 0, 175);

    private static double? Read(IEnumerable<TimeSpan> durations, double share) =>
        DurationBuckets.Quantile(durations.CountBy(DurationBuckets.Of).ToDictionary(), share);
}
