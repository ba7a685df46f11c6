using BotPhone.Jobs;

namespace BotPhone.Tests.Jobs;

public class JobListenerTests
{
    private const int Capacity = 8192;
    private readonly JobFeed _feed = new();

    [Fact]
    public async Task ReadAsync_ListenerFallsBehind_IsToldHowManyAreMissingAtThatPlace()
    {
        using var listener = _feed.Listen(_ => true);
        Say(Capacity + 5);
        var seen = await TakeAsync(listener, Capacity + 1);
        Assert.Equal(Enumerable.Range(0, Capacity), seen.Take(Capacity).Select(one => ((Counted)one).Counts.Done));
        Assert.Equal(new Dropped(5), seen[^1]);

        Say(1);
        Assert.IsType<Counted>((await TakeAsync(listener, 1))[0]);
    }

    [Fact]
    public async Task ReadAsync_StillBehind_EverythingIsDroppedUntilTheGapIsTold()
    {
        using var listener = _feed.Listen(_ => true);
        Say(Capacity + 1);
        await TakeAsync(listener, 100);
        Say(2);
        var seen = await TakeAsync(listener, Capacity - 100 + 1);
        Assert.Equal(new Dropped(3), seen[^1]);
    }

    [Fact]
    public async Task ReadAsync_Waiting_WakesWhenSomethingComes()
    {
        using var listener = _feed.Listen(one => one is Counted { Counts.Done: 2 });
        var taking = TakeAsync(listener, 1);
        Say(3);
        Assert.Equal(2, ((Counted)(await taking)[0]).Counts.Done);
    }

    [Fact]
    public async Task ReadAsync_Cancelled_EndsQuietly()
    {
        using var listener = _feed.Listen(_ => true);
        using var over = new CancellationTokenSource();
        var reading = Task.Run(async () =>
        {
            await foreach (var one in listener.ReadAsync(over.Token)) Assert.Fail($"Nothing was said: {one}");
        });
        await over.CancelAsync();
        await reading;
    }

    [Fact]
    public async Task Dispose_NothingComesAnyMore()
    {
        var gone = _feed.Listen(_ => true);
        using var stays = _feed.Listen(_ => true);
        gone.Dispose();
        Say(1);
        await TakeAsync(stays, 1);
        using var over = new CancellationTokenSource();
        await over.CancelAsync();
        await foreach (var one in gone.ReadAsync(over.Token)) Assert.Fail($"It has left: {one}");
    }

    private void Say(int count) => _feed.Publish(Enumerable.Range(0, count).Select(i => new Counted(new JobCounts(0, 0, i))));

    private static async Task<List<JobEvent>> TakeAsync(JobListener listener, int count)
    {
        var seen = new List<JobEvent>();
        await foreach (var one in listener.ReadAsync(CancellationToken.None))
        {
            seen.Add(one);
            if (seen.Count == count) break;
        }

        return seen;
    }
}
