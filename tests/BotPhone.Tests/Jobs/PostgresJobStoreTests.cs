using BotPhone.Hosting;
using BotPhone.Jobs;
using BotPhone.Jobs.Cluster;
using BotPhone.Jobs.Postgres;
using BotPhone.Sdk;
using BotPhone.Tests.Kit;
using Microsoft.Extensions.Logging.Abstractions;
using NSubstitute;

namespace BotPhone.Tests.Jobs;

public sealed class PostgresJobStoreTests : JobStoreTests
{
    private readonly PostgresDatabase _database = new(SharedPostgres.CreateDatabase());

    public override void Dispose() => _database.Dispose();

    [Fact]
    public async Task SaveAsync_TakenByAnotherNode_IsRefusedAndChangesNothing()
    {
        using IJobDatabase here = Open(), there = Open();
        var paused = (await here.AddAsync(JobTests.Pending() with { ProcessoId = Guid.NewGuid() })).Start("1", Now);
        await here.SaveAsync(paused);
        var taken = there.Find(paused.Id)!.TakeOver();
        await there.SaveAsync(taken);

        await Assert.ThrowsAsync<JobTakenException>(() => here.SaveAsync(paused.Fail(ErrorCode.Captcha, "Erro", "Erro", Now), Line(paused, "de quem acordou") with { Claim = paused.Claim }));
        here.Note(paused.BeginAttempt());
        here.Append(Line(paused, "de quem acordou") with { Claim = paused.Claim });
        await there.SaveAsync(taken = taken.GiveBack(), Line(taken, "de quem assumiu") with { Claim = taken.Claim });
        await here.ThawAsync("nobody");

        Assert.Equivalent(taken, here.Find(paused.Id), strict: true);
        Assert.Equal("de quem assumiu", Assert.Single(here.LogOf(paused.Id)).Message);
        Assert.Empty(here.Due(10));
    }

    [Fact]
    public async Task SaveAsync_TakenOverAndEndedInOne_KeepsWhatWasSaidOfIt()
    {
        using IJobDatabase here = Open(), there = Open();
        var cutOff = (await here.AddAsync(JobTests.Pending())).Start("1", Now);
        await here.SaveAsync(cutOff);
        var taken = cutOff.TakeOver();
        there.Append(Line(taken, "interrompido") with { Claim = taken.Claim });
        await there.SaveAsync(taken.Fail(ErrorCode.Interrupted, "Erro", "Erro", Now), Line(taken, "concluído") with { Claim = taken.Claim });
        Assert.Equal(["interrompido", "concluído"], here.LogOf(cutOff.Id).Select(line => line.Message));
    }

    [Fact]
    public async Task SaveAsync_TakenOverAfterItsNodeHasEndedIt_IsRefusedAndItStaysAsItEnded()
    {
        using IJobDatabase here = Open(), there = Open();
        var running = (await here.AddAsync(JobTests.Pending())).Start("1", Now);
        await here.SaveAsync(running);
        var taken = there.Find(running.Id)!.TakeOver();
        var ended = running.Fail(ErrorCode.Captcha, "Erro", "Erro", Now);
        await here.SaveAsync(ended, Line(ended, "concluído") with { Claim = ended.Claim });
        there.Append(Line(taken, "de quem veio tarde") with { Claim = taken.Claim });
        await Assert.ThrowsAsync<JobTakenException>(() => there.SaveAsync(taken.GiveBack()));
        Assert.Equivalent(ended, there.Find(running.Id), strict: true);
        Assert.Equal("concluído", Assert.Single(there.LogOf(running.Id)).Message);
    }

    [Fact]
    public async Task SaveAsync_StartedOnTwoNodesAtOnce_IsOnOneOnly()
    {
        var stores = Enumerable.Range(0, 4).Select(_ => Open()).ToList();
        var job = await stores[0].AddAsync(JobTests.Pending());
        var started = await Task.WhenAll(stores.Select(async store =>
        {
            try
            {
                await store.SaveAsync(job.Start("1", Now));
                return true;
            }
            catch (JobTakenException)
            {
                return false;
            }
        }));
        Assert.Single(started, won => won);
        foreach (var store in stores) store.Dispose();
    }

    /// <summary>All writes of a cluster take turns: the turn of a node that hangs in the midst of its own is taken from it.</summary>
    [Fact]
    public async Task AddAsync_AnotherNodeHangsInItsTransaction_IsDoneAndTheOtherIsOnceItWakes()
    {
        var (hangs, wakes) = (NewSignal(), NewSignal());
        var queue = Substitute.For<IClusterQueue>();
        queue.EnqueueAsync(default!, default!).ReturnsForAnyArgs(_ => Task.CompletedTask, _ =>
        {
            hangs.SetResult();
            return wakes.Task;
        }, _ => Task.CompletedTask);
        using IJobDatabase paused = Open(_database, queue: queue), other = Open();
        var job = await paused.AddAsync(JobTests.Pending(paused.NextNumber()));
        var added = paused.AddAsync(JobTests.Pending(paused.NextNumber()));
        await hangs.Task;
        var begun = paused.SaveAsync(job.Start("1", Now));

        try
        {
            await other.AddAsync(JobTests.Pending(other.NextNumber())).WaitAsync(TimeSpan.FromMinutes(1));
            Assert.False(added.IsCompleted || begun.IsCompleted);
        }
        finally
        {
            wakes.SetResult();
        }

        await Task.WhenAll(added, begun);
        Assert.Equal([JobStatus.Running, JobStatus.Pending, JobStatus.Pending], other.Unfinished().Select(one => one.Status));
    }

    /// <summary>Whoever follows on one node hears in one order what happens on all of them, each thing once.</summary>
    [Fact]
    public async Task Listeners_OfAnyNode_HearAllInOneOrder()
    {
        var feeds = Enumerable.Range(0, 3).Select(_ => new JobFeed()).ToList();
        var stores = feeds.Select(Open).ToList();
        var heard = feeds.Select(feed => ReadLinesAsync(feed.Listen(one => one is LineLogged), 300)).ToList();
        await Task.WhenAll(stores.Select(async store =>
        {
            var job = await store.AddAsync(JobTests.Pending(store.NextNumber()));
            for (var i = 0; i < 100; i++)
            {
                store.Append(Line(job, $"linha {i}"));
                if (i % 7 == 0) await store.SaveAsync(job = job with { Revision = job.Revision + 1 });
            }
        }));

        var lines = await Task.WhenAll(heard);
        Assert.All(lines, heardHere => Assert.Equal(lines[0], heardHere));
        Assert.Equal(lines[0].Order(), lines[0]);
        Assert.Equal(300, lines[0].Distinct().Count());
        Assert.Equal(lines[0], stores[0].LinesAfter(0, 1000).Select(line => line.Number));
        foreach (var store in stores) Assert.Equal(new JobCounts(3, 0, 0), store.Counts);
        foreach (var store in stores) store.Dispose();
    }

    /// <summary>Several nodes that start at once find one set of tables.</summary>
    [Fact]
    public async Task Database_PreparedByManyAtOnce_IsPreparedOnce()
    {
        var empty = SharedPostgres.CreateDatabase();
        var databases = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => Task.Run(() => new PostgresDatabase(empty))));
        using var store = Open(databases[0]);
        Assert.Equal(0, store.Counts.Pending);
        foreach (var database in databases) database.Dispose();
    }

    private protected override IJobDatabase Open() => Open(_database);

    private PostgresJobStore Open(JobFeed feed) => Open(_database, feed);

    private static PostgresJobStore Open(PostgresDatabase database, JobFeed? feed = null, IClusterQueue? queue = null) =>
        new(database, feed ?? new JobFeed(), queue ?? Substitute.For<IClusterQueue>(), "a", NullLogger<PostgresJobStore>.Instance);

    private static TaskCompletionSource NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    private static async Task<List<long>> ReadLinesAsync(JobListener listener, int count)
    {
        var numbers = new List<long>();
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        await foreach (var one in listener.ReadAsync(limit.Token))
        {
            numbers.Add(((LineLogged)one).Line.Number);
            if (numbers.Count == count) break;
        }

        return numbers;
    }
}
