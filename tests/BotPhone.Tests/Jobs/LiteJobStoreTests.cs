using BotPhone.Jobs.Store;
using BotPhone.Jobs;
using BotPhone.Sdk;
using BotPhone.Tests.Kit;
using Microsoft.Extensions.Logging.Abstractions;

namespace BotPhone.Tests.Jobs;

public sealed class LiteJobStoreTests : IDisposable
{
    private static readonly DateTimeOffset Now = new(2026, 1, 2, 3, 4, 5, 678, TimeSpan.Zero);
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task SaveAsync_WholeJob_ComesBackAsItWas()
    {
        var job = JobTests.Pending() with { ProcessoId = Guid.NewGuid(), CreatedAt = Now };
        job = job.Start("1.2.3", Now).BeginAttempt().Capture(new StoredDocument("faturas/é.pdf", StoredDocument.Invoice, 5_000_000_000, "ab", new DateOnly(2026, 1, 10)));
        var failed = job.Fail(ErrorCode.Captcha, "Erro", Now.AddSeconds(1));

        using var store = Open();
        await store.SaveAsync(job);
        Assert.Equivalent(job, store.Find(job.Id), strict: true);
        await store.SaveAsync(failed);
        Assert.Equivalent(failed, store.Find(job.Id), strict: true);
    }

    [Fact]
    public async Task SaveAsync_ThenReopened_StillThere()
    {
        var job = JobTests.Pending(41);
        using (var store = Open()) await store.SaveAsync(job);
        using (var store = Open())
        {
            Assert.NotNull(store.Find(job.Id));
            Assert.Equal(42, store.NextNumber());
        }
    }

    // What is on the disk when SaveAsync completes is all that a process killed at that moment leaves.
    [Fact]
    public async Task SaveAsync_WhenItCompletes_IsInTheFile()
    {
        var job = JobTests.Pending();
        using var store = Open();
        await store.SaveAsync(job);

        File.Copy(_folder.File("jobs.db"), _folder.File("copy.db"));
        using var copy = new LiteJobStore(_folder.File("copy.db"), NullLogger<LiteJobStore>.Instance);
        Assert.NotNull(copy.Find(job.Id));
    }

    [Fact]
    public async Task SaveAsync_ManyAtOnce_AllAreKeptInOrder()
    {
        using var store = Open();
        await Task.WhenAll(Enumerable.Range(1, 2000).Select(number => Task.Run(() => store.SaveAsync(JobTests.Pending(number)))));
        Assert.Equal(Enumerable.Range(1, 2000).Select(number => (long)number), store.Unfinished().Select(job => job.Number));
        Assert.Equal(2000, store.Newest()[0].Number);
    }

    [Fact]
    public async Task Append_BeforeSave_IsThereWhenTheSaveIs()
    {
        using var store = Open();
        var job = JobTests.Pending();
        for (var i = 0; i < 100; i++) store.Append(job.Id, new LogLine(Now, "INFO", $"linha {i}"));
        await store.SaveAsync(job);
        Assert.Equal(Enumerable.Range(0, 100).Select(i => $"linha {i}"), store.LogOf(job.Id).Select(line => line.Message));
    }

    [Fact]
    public async Task RemoveEndedAsync_Old_TakesOnlyEndedJobsAndTheirLogs()
    {
        using var store = Open();
        var running = JobTests.Pending(1).Start("1", Now);
        var old = JobTests.Pending(2).Start("1", Now).Fail(ErrorCode.Captcha, "", Now);
        var recent = JobTests.Pending(3).Start("1", Now).Fail(ErrorCode.Captcha, "", Now.AddHours(2));
        foreach (var job in new[] { running, old, recent })
        {
            store.Append(job.Id, new LogLine(Now, "INFO", "linha"));
            await store.SaveAsync(job);
        }

        Assert.Equal(1, await store.RemoveEndedAsync(Now.AddHours(1)));
        Assert.Equal([recent.Id, running.Id], store.Newest().Select(job => job.Id));
        Assert.Empty(store.LogOf(old.Id));
        Assert.Single(store.LogOf(recent.Id));
    }

    private LiteJobStore Open() => new(_folder.File("jobs.db"), NullLogger<LiteJobStore>.Instance);
}
