using BotPhone.Jobs;
using BotPhone.Statistics;
using Microsoft.Extensions.Time.Testing;
using NSubstitute;

namespace BotPhone.Tests.Statistics;

public class QueueHistoryTests
{
    private static readonly DateTimeOffset Now = new(2026, 1, 5, 13, 0, 0, TimeSpan.Zero);
    private readonly FakeTimeProvider _time = new(Now);
    private readonly IJobStore _store = Substitute.For<IJobStore>();
    private readonly JobFeed _feed = new();

    [Fact]
    public async Task Read_NothingHappened_IsTheStartAndNow()
    {
        var history = await StartAsync();
        Assert.Equal("0:0/0", Text(history));
        _time.Advance(TimeSpan.FromMinutes(7));
        Assert.Equal("0:0/0 7:0/0", Text(history));
    }

    [Fact]
    public async Task Read_SeveralChangesInAMinute_IsTheHighest()
    {
        var history = await StartAsync();
        Tell(3, 1);
        Tell(1, 5);
        Tell(0, 0);
        Assert.Equal("0:3/5", Text(history));
        // Then what it came to, so that nobody takes the highest for what lasted.
        _time.Advance(TimeSpan.FromMinutes(9));
        Assert.Equal("0:3/5 1:0/0 9:0/0", Text(history));
    }

    [Fact]
    public async Task Read_MinutesWithoutAChange_AreLeftOut()
    {
        var history = await StartAsync();
        Tell(1, 0);
        _time.Advance(TimeSpan.FromMinutes(5));
        Tell(1, 0);
        Tell(4, 0);
        _time.Advance(TimeSpan.FromMinutes(1));
        Tell(0, 2);
        // The minute begins with four that wait.
        Assert.Equal("0:1/0 5:4/0 6:4/2", Text(history));
    }

    [Fact]
    public async Task Read_MoreThanADay_IsTheLastDay()
    {
        var history = await StartAsync();
        for (var minute = 0; minute < 3000; minute++)
        {
            Tell(minute, 0);
            _time.Advance(TimeSpan.FromMinutes(1));
        }

        var points = history.Read();
        Assert.Equal(QueueHistory.Longest, points.Count);
        Assert.Equal((Now.AddMinutes(3000 - QueueHistory.Longest + 1), Now.AddMinutes(3000)), (points[0].At, points[^1].At));
        _time.Advance(TimeSpan.FromDays(2));
        Assert.Equal(2999, Assert.Single(history.Read()).Pending);
    }

    [Fact]
    public async Task Read_TheClockGoesBack_StaysInOrder()
    {
        var history = await StartAsync();
        _time.Advance(TimeSpan.FromMinutes(5));
        Tell(1, 0);
        _time.AdjustTime(Now);
        Tell(2, 0);
        Assert.Equal([.. history.Read().Select(point => point.Minute).Order()], history.Read().Select(point => point.Minute));
    }

    private async Task<QueueHistory> StartAsync()
    {
        var history = new QueueHistory(_store, _feed, _time);
        await history.StartAsync(default);
        return history;
    }

    private void Tell(int pending, int active)
    {
        _store.Counts.Returns(new JobCounts(pending, active, 0));
        _feed.Publish([new JobChanged(BotPhone.Tests.Jobs.JobTests.Pending())]);
    }

    private static string Text(QueueHistory history) =>
        string.Join(' ', history.Read().Select(point => $"{(point.At - Now).TotalMinutes}:{point.Pending}/{point.Active}"));
}
