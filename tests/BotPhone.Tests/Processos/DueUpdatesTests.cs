using BotPhone.Jobs;
using BotPhone.Jobs.Store;
using BotPhone.Processos;
using BotPhone.Sdk;
using BotPhone.Tests.Jobs;
using BotPhone.Tests.Kit;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace BotPhone.Tests.Processos;

public sealed class DueUpdatesTests : IDisposable
{
    private static readonly DateTimeOffset Now = new(2026, 1, 10, 12, 0, 0, TimeSpan.Zero);

    private readonly TemporaryFolder _folder = new();
    private readonly FakeTimeProvider _time = new(Now);
    private readonly LiteJobStore _store;
    private readonly DueUpdates _due;

    public DueUpdatesTests()
    {
        _store = new LiteJobStore(_folder.File("jobs.db"), new JobFeed(), _time, NullLogger<LiteJobStore>.Instance);
        _due = new DueUpdates(_store, _time);
    }

    public void Dispose()
    {
        _store.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public async Task TakeAsync_Several_GivesTheEarliestFirstAndEachOnceUntilCancelled()
    {
        using var stop = new CancellationTokenSource();
        var later = await OweAsync(Now.AddSeconds(-1));
        var earlier = await OweAsync(Now.AddSeconds(-2));
        await using var updates = _due.TakeAsync(stop.Token).GetAsyncEnumerator(CancellationToken.None);
        Assert.Equal(earlier, await NextAsync(updates));
        Assert.Equal(later, await NextAsync(updates));
        var next = updates.MoveNextAsync().AsTask();
        Assert.False(next.IsCompleted);
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => next);
    }

    [Fact]
    public async Task TakeAsync_NothingDue_WaitsForTheEarliestAndNoLonger()
    {
        var update = await OweAsync(Now.AddMinutes(5));
        await using var updates = _due.TakeAsync(CancellationToken.None).GetAsyncEnumerator();
        var next = updates.MoveNextAsync().AsTask();
        _time.Advance(TimeSpan.FromMinutes(4));
        Assert.False(next.IsCompleted);
        _time.Advance(TimeSpan.FromMinutes(1));
        Assert.True(await next);
        Assert.Equal(update, updates.Current.JobId);
    }

    [Fact]
    public async Task TakeAsync_NewInTheOutbox_ComesWhenItIsSaid()
    {
        await OweAsync(Now.AddMinutes(5));
        await using var updates = _due.TakeAsync(CancellationToken.None).GetAsyncEnumerator();
        var next = updates.MoveNextAsync().AsTask();
        var update = await OweAsync(Now);
        Assert.False(next.IsCompleted);
        _due.LookAgain();
        Assert.True(await next);
        Assert.Equal(update, updates.Current.JobId);
    }

    [Fact]
    public async Task TakeAsync_GivenBackAndPostponed_ComesAgainWhenItIsDue()
    {
        var update = await OweAsync(Now);
        await using var updates = _due.TakeAsync(CancellationToken.None).GetAsyncEnumerator();
        await NextAsync(updates);
        var taken = updates.Current;
        var next = updates.MoveNextAsync().AsTask();
        _due.LookAgain();
        Assert.False(next.IsCompleted);

        await _store.PostponeAsync(taken with { Attempts = 1, DueAt = Now.AddSeconds(10) });
        _due.GiveBack(taken);
        Assert.False(next.IsCompleted);
        // Each advance may come before the wait has begun: then the wait begins with less left of it.
        await Until.TrueAsync(
            () =>
            {
                _time.Advance(TimeSpan.FromSeconds(1));
                return next.IsCompleted;
            },
            "the update is due again");
        Assert.Equal((update, 1), (updates.Current.JobId, updates.Current.Attempts));
        Assert.True(_time.GetUtcNow() >= Now.AddSeconds(10));
    }

    private static async Task<Guid> NextAsync(IAsyncEnumerator<ProcessoUpdate> updates)
    {
        Assert.True(await updates.MoveNextAsync());
        return updates.Current.JobId;
    }

    private async Task<Guid> OweAsync(DateTimeOffset ended)
    {
        var job = (JobTests.Pending(_store.NextNumber()) with { ProcessoId = Guid.NewGuid() }).Start("1", Now).Fail(ErrorCode.Captcha, "", "", ended);
        await _store.SaveAsync(job);
        return job.Id;
    }
}
