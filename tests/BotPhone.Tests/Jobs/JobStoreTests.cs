using BotPhone.Jobs;
using BotPhone.Sdk;
using BotPhone.Tests.Kit;

namespace BotPhone.Tests.Jobs;

/// <summary>What every store of jobs does.</summary>
public abstract class JobStoreTests : IDisposable
{
    protected static readonly DateTimeOffset Now = new(2026, 1, 2, 3, 4, 5, 678, TimeSpan.Zero);

    public abstract void Dispose();

    [Fact]
    public async Task SaveAsync_WholeJob_ComesBackAsItWas()
    {
        var job = JobTests.Pending() with { ProcessoId = Guid.NewGuid(), CreatedAt = Now, Client = new JobClient("11222333000181", "2100345678") };
        job = job.Start("1.2.3", Now).BeginAttempt().Capture(new StoredDocument("faturas/é.pdf", StoredDocument.Invoice, 5_000_000_000, "ab", new DateOnly(2026, 1, 10)));
        var failed = job.Fail(ErrorCode.Captcha, "Erro", "Erro", Now.AddSeconds(1));

        using var store = Open();
        await store.SaveAsync(job);
        Assert.Equivalent(job, store.Find(job.Id), strict: true);
        await store.SaveAsync(failed);
        Assert.Equivalent(failed, store.Find(job.Id), strict: true);
    }

    [Fact]
    public async Task SaveAsync_ThenReopened_StillThere()
    {
        var job = JobTests.Pending();
        using (var store = Open()) await store.SaveAsync(job);
        using (var store = Open())
        {
            Assert.NotNull(store.Find(job.Id));
        }
    }

    [Fact]
    public async Task SaveAsync_ManyAtOnce_AllAreKeptInOrder()
    {
        using var store = Open();
        await Task.WhenAll(Enumerable.Range(1, 2000).Select(number => Task.Run(() => store.SaveAsync(JobTests.Pending(number)))));
        Assert.Equal(Enumerable.Range(1, 2000).Select(number => (long)number), store.Unfinished().Select(job => job.Number));
        Assert.Equal(2000, store.List(new JobQuery(null, null, 1, null)).Jobs[0].Number);
    }

    [Fact]
    public async Task Append_BeforeSave_IsThereWhenTheSaveIs()
    {
        using var store = Open();
        var job = await store.AddAsync(JobTests.Pending());
        for (var i = 0; i < 100; i++) store.Append(Line(job, $"linha {i}"));
        await store.SaveAsync(job.Start("1", Now));
        Assert.Equal(Enumerable.Range(0, 100).Select(i => $"linha {i}"), store.LogOf(job.Id).Select(line => line.Message));
    }

    [Fact]
    public async Task RemoveEndedAsync_Old_TakesOnlyEndedJobsAndTheirLogs()
    {
        using var store = Open();
        var running = JobTests.Pending(1).Start("1", Now);
        var old = JobTests.Pending(2).Start("1", Now).Fail(ErrorCode.Captcha, "", "", Now);
        var recent = JobTests.Pending(3).Start("1", Now).Fail(ErrorCode.Captcha, "", "", Now.AddHours(2));
        foreach (var job in new[] { running, old, recent })
        {
            await store.SaveAsync(job);
            store.Append(Line(job, "linha"));
        }

        Assert.Equal(1, await store.RemoveEndedAsync(Now.AddHours(1)));
        Assert.Equal([recent.Id, running.Id], store.List(new JobQuery(null, null, null, null)).Jobs.Select(job => job.Id));
        Assert.Empty(store.LogOf(old.Id));
        Assert.Single(store.LogOf(recent.Id));
    }

    [Fact]
    public async Task Read_WhileTheJobChanges_IsNeverOlderThanWhatIsStored()
    {
        using var store = Open();
        var job = await store.AddAsync(JobTests.Pending());
        using var over = new CancellationTokenSource();
        var reader = Task.Run(async () =>
        {
            for (; !over.IsCancellationRequested; await Task.Yield()) await store.ReadAsync(job.Id);
        });
        for (var revision = 1; revision <= 90; revision++)
        {
            await store.SaveAsync(job with { Revision = revision }, Line(job, $"linha {revision}"));
            var (read, log) = store.Read(job.Id)!;
            Assert.Equal((revision, revision), (read.Revision, log.Count));
        }

        await over.CancelAsync();
        await reader;
    }

    [Fact]
    public async Task Read_JobThatWasRemoved_IsGone()
    {
        using var store = Open();
        var ended = JobTests.Pending().Start("1", Now).Fail(ErrorCode.Captcha, "", "", Now);
        await store.SaveAsync(ended);
        Assert.Equal(ended.Id, store.Read(ended.Id)?.Job.Id);
        await store.RemoveEndedAsync(Now.AddHours(1));
        Assert.Null(store.Read(ended.Id));
    }

    [Fact]
    public async Task SaveAsync_EndedWithProcesso_OwesAnUpdateUntilItIsClosed()
    {
        var running = (JobTests.Pending() with { ProcessoId = Guid.NewGuid() }).Start("1", Now);
        using (var store = Open())
        {
            await store.SaveAsync(running);
            Assert.Empty(store.Due(10));
            await store.SaveAsync(running.Fail(ErrorCode.Captcha, "Erro", "Erro", Now));
        }

        using (var store = Open())
        {
            var update = Assert.Single(store.Due(10));
            Assert.Equal((running.Id, running.ProcessoId, "FAILED", "Erro", Now), (update.JobId, update.ProcessoId, update.Status, update.Error, update.DueAt));
            await store.PostponeAsync(update with { Attempts = 1, DueAt = Now.AddHours(1) });
            Assert.Equal((1, Now.AddHours(1)), (store.Due(10)[0].Attempts, store.Due(10)[0].DueAt));
            await store.CloseAsync(update);
            Assert.Empty(store.Due(10));
        }
    }

    [Fact]
    public async Task AddAsync_SameRequestKeyAtOnce_GivesOneJob()
    {
        using var store = Open();
        var jobs = await Task.WhenAll(Enumerable.Range(1, 50).Select(number => Task.Run(() => store.AddAsync(JobTests.Pending(number) with { RequestKey = "k" }))));
        Assert.Single(jobs.DistinctBy(job => job.Id));
        Assert.Equal(1, store.Counts.Pending);
    }

    [Fact]
    public async Task List_FilteredPages_HaveEachJobOnceAndTheWholeNumber()
    {
        using var store = Open();
        for (var number = 1; number <= 60; number++)
        {
            var job = JobTests.Pending(number) with { Operator = number % 2 == 0 ? "A" : "A_B" };
            await store.SaveAsync(number % 3 == 0 ? job.Start("1", Now).Fail(ErrorCode.Captcha, "", "", Now) : job);
        }

        foreach (var (status, code) in new (JobStatus?, string?)[] { (null, null), (JobStatus.Failed, null), (null, "A"), (JobStatus.Pending, "A_B"), (JobStatus.Running, null), (null, "B") })
        {
            var expected = Enumerable.Range(1, 60).Reverse().Where(n => (code is null || (n % 2 == 0 ? "A" : "A_B") == code)
                && (status is null || (n % 3 == 0 ? JobStatus.Failed : JobStatus.Pending) == status)).Select(n => (long)n).ToList();
            var seen = new List<long>();
            JobPage page;
            long? before = null;
            do
            {
                page = store.List(new JobQuery(status, code, 7, before));
                Assert.Equal(expected.Count, page.Total);
                seen.AddRange(page.Jobs.Select(job => job.Number));
                before = page.Next;
            }
            while (before is not null);
            Assert.Equal(expected, seen);
        }
    }

    [Fact]
    public async Task Append_AfterReopening_NumbersGoOn()
    {
        long last;
        var job = JobTests.Pending();
        using (var store = Open())
        {
            await store.AddAsync(job);
            await store.SaveAsync(job = job.Start("1", Now), Line(job, "um"));
            last = store.LogOf(job.Id)[0].Number;
        }

        using (var store = Open())
        {
            await store.SaveAsync(job.BeginAttempt(), Line(job, "dois"));
            Assert.Equal("dois", Assert.Single(store.LinesAfter(last, 10)).Message);
        }
    }

    /// <summary>Opens the store, with what is in it already.</summary>
    private protected abstract IJobDatabase Open();

    private protected static LogLine Line(Job job, string message) => new(job.Id, job.Operator, Now, "INFO", message, null);
}
