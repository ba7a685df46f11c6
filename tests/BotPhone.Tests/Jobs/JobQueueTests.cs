using BotPhone.Jobs;

namespace BotPhone.Tests.Jobs;

public class JobQueueTests
{
    [Fact]
    public async Task TakeAsync_SeveralWaiting_TakesThemInTheOrderOfAcceptance()
    {
        var queue = new JobQueue();
        var jobs = new[] { 3, 1, 2 }.Select(number => JobTests.Pending(number)).ToList();
        jobs.ForEach(queue.Add);

        var taken = new List<Guid>();
        for (var i = 0; i < 3; i++) taken.Add((await queue.TakeAsync(_ => true, default)).Id);
        Assert.Equal(jobs.OrderBy(job => job.Number).Select(job => job.Id), taken);
        Assert.Equal(0, queue.Count);
    }

    [Fact]
    public async Task TakeAsync_FirstCannotRun_LetsOthersPassAndKeepsItsPlace()
    {
        var queue = new JobQueue();
        var (absent, present, later) = (JobTests.Pending(1, "VIVO"), JobTests.Pending(2, "OI"), JobTests.Pending(3, "OI"));
        queue.Add(absent);
        queue.Add(present);
        queue.Add(later);

        Assert.Equal(present.Id, (await queue.TakeAsync(job => job.Operator == "OI", default)).Id);
        Assert.Equal(absent.Id, (await queue.TakeAsync(_ => true, default)).Id);
        Assert.Equal(later.Id, (await queue.TakeAsync(_ => true, default)).Id);
    }

    [Fact]
    public async Task TakeAsync_NothingWaits_WaitsForTheNext()
    {
        var queue = new JobQueue();
        var take = queue.TakeAsync(_ => true, default);
        Assert.False(take.IsCompleted);
        var job = JobTests.Pending();
        queue.Add(job);
        Assert.Equal(job.Id, (await take).Id);
    }

    [Fact]
    public async Task TakeAsync_Cancelled_TakesNothing()
    {
        var queue = new JobQueue();
        using var stop = new CancellationTokenSource();
        var take = queue.TakeAsync(_ => true, stop.Token);
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => take);
        queue.Add(JobTests.Pending());
        Assert.Equal(1, queue.Count);
    }

    [Fact]
    public async Task TakeAsync_WhatKeptItIsOver_TakesIt()
    {
        var queue = new JobQueue();
        queue.Add(JobTests.Pending());
        var busy = true;
        var take = queue.TakeAsync(_ => !busy, default);
        Assert.False(take.IsCompleted);
        busy = false;
        queue.LookAgain();
        await take;
    }
}
