using BotPhone.Invoices;
using BotPhone.Jobs;
using BotPhone.Jobs.Store;
using BotPhone.Sdk;
using BotPhone.Tests.Jobs;
using BotPhone.Tests.Kit;
using LiteDB;
using Microsoft.Extensions.Logging.Abstractions;

namespace BotPhone.Tests.Ledger;

public sealed class LiteInvoiceLedgerTests : IDisposable
{
    private static readonly DateOnly DueDate = new(2026, 1, 10);
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    // What is on the disk when SaveAsync completes is all that a process killed at that moment leaves.
    [Fact]
    public async Task SaveAsync_Completed_EntryIsInTheFileWithTheJob()
    {
        var job = LedgerJobs.Completed("PROBE", "111", DueDate);
        using var store = Open();
        await store.SaveAsync(job);

        File.Copy(_folder.File("jobs.db"), _folder.File("copy.db"));
        using var copy = Open("copy.db");
        Assert.Equal((job.Id, job.Id), (copy.Find(job.Id)!.Id, Assert.Single(All(copy)).JobId));
    }

    [Fact]
    public async Task SaveAsync_NotCompleted_OwesNothing()
    {
        using var store = Open();
        var running = JobTests.Pending().Start("1", LedgerJobs.Now).BeginAttempt().Capture(LedgerJobs.Completed("PROBE", "111", DueDate).Documents[0]);
        await store.SaveAsync(running);
        await store.SaveAsync(running.Fail(ErrorCode.Captcha, "", "", LedgerJobs.Now));
        Assert.Empty(All(store));
    }

    [Fact]
    public async Task SaveAsync_Twice_IsOneEntry()
    {
        using var store = Open();
        var job = LedgerJobs.Completed("PROBE", "111", DueDate);
        await store.SaveAsync(job);
        await store.SaveAsync(job);
        Assert.Single(All(store));
        Assert.Equal([Month.Of(DueDate)], Assert.Single(store.Ledger.Accounts(new AccountQuery(new LedgerFilter(), 10)).Accounts).Months);
    }

    [Fact]
    public async Task List_Reopened_EntryIsAsItWas()
    {
        var fields = new InvoiceFields(DueDate, 10.55m, new DateOnly(2025, 12, 1), "111", Bills.Cnpj, "line", "bars");
        var job = LedgerJobs.Completed("PROBE", "111", DueDate, note: "nota");
        job = job with { Documents = [job.Documents[0] with { Fields = fields }] };
        using (var store = Open()) await store.SaveAsync(job);
        using (var store = Open())
        {
            Assert.Equal(new LedgerEntry(job.Documents[0].Identity!, job.Documents[0], job.Id, LedgerJobs.Now) { Number = 1 }, Assert.Single(All(store)));
            await store.SaveAsync(LedgerJobs.Completed("PROBE", "222", DueDate));
            Assert.Equal([2L, 1L], All(store).Select(entry => entry.Number));
        }
    }

    [Fact]
    public async Task Open_DatabaseOfAnEarlierServer_StartsEmpty()
    {
        using (var store = Open()) await store.SaveAsync(LedgerJobs.Completed("PROBE", "111", DueDate));
        using (var database = new LiteDatabase(_folder.File("jobs.db")))
        {
            foreach (var name in database.GetCollectionNames().Where(name => name.StartsWith("ledger", StringComparison.Ordinal)).ToList()) database.DropCollection(name);
            var jobs = database.GetCollection("jobs");
            var old = jobs.FindAll().Single();
            foreach (var document in old["documents"].AsArray) (document.AsDocument["identity"], document.AsDocument["held_since"]) = (BsonValue.Null, BsonValue.Null);
            jobs.Update(old);
        }

        using var later = Open();
        Assert.Empty(All(later));
        Assert.Single(later.List(new JobQuery(null, null, null, null)).Jobs);
        await later.SaveAsync(LedgerJobs.Completed("PROBE", "111", DueDate));
        Assert.Single(All(later));
    }

    /// <summary>Operators differ by case, as everywhere, and so do keys.</summary>
    [Fact]
    public async Task Held_OnlyTheCaseDiffers_IsAnotherInvoice()
    {
        using var store = Open();
        var (big, small) = (LedgerJobs.Completed("PROBE", "111", DueDate), LedgerJobs.Completed("probe", "111", DueDate));
        await store.SaveAsync(big);
        await store.SaveAsync(small);
        Assert.Equal(small.Id, Assert.Single(store.Ledger.Held(small.Documents[0].Identity!)).JobId);
        Assert.Equal(big.Id, Assert.Single(All(store, new LedgerFilter(Operator: "PROBE"))).JobId);
    }

    /// <summary>What a portal calls an account may be of any length; no job may fail to end because of it.</summary>
    [Fact]
    public async Task SaveAsync_EndlessAccount_IsKept()
    {
        using var store = Open();
        var job = LedgerJobs.Completed("PROBE", new string('9', 60_000), DueDate, key: "faturas/a.pdf");
        await store.SaveAsync(job);
        Assert.Equal(60_000, Assert.Single(All(store, new LedgerFilter(Number: new string('9', 60_000)))).Invoice.Account.Number.Length);
    }

    // Not a matter of time: what is counted is what the store reads from its file.
    [Fact]
    public async Task List_MoreEntries_APageReadsNoMore()
    {
        using var store = Open();
        var few = await BytesPerRequestAsync(store, 0, 200);
        var many = await BytesPerRequestAsync(store, 200, 4_000);
        Assert.InRange(many, 0, few * 3);
    }

    private static async Task<long> BytesPerRequestAsync(LiteJobStore store, int from, int to)
    {
        await Task.WhenAll(Enumerable.Range(from, to - from).Select(i =>
            store.SaveAsync(LedgerJobs.Completed(i % 50 == 0 ? "RARE" : "USUAL", $"{i / 10}", DueDate.AddMonths(i % 10), i % 2 == 0 ? Bills.Cnpj : Bills.OtherCnpj))));
        var filter = new LedgerFilter("RARE", Cnpj.Parse(Bills.Cnpj));
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 20; i++)
        {
            Assert.Equal(3, store.Ledger.List(new LedgerQuery(filter, Month.Of(DueDate), Month.Of(DueDate), 3)).Entries.Count);
            Assert.Equal(3, store.Ledger.Accounts(new AccountQuery(filter, 3)).Accounts.Count);
            Assert.Single(store.Ledger.Held(new InvoiceIdentity(new InvoiceAccount("RARE", Cnpj.Parse(Bills.Cnpj), "0"), DueDate)));
            Assert.Equal(3, store.Ledger.UnusedSince(DateTimeOffset.MaxValue, 3).Count);
        }

        return GC.GetAllocatedBytesForCurrentThread() - before;
    }

    private static IReadOnlyList<LedgerEntry> All(LiteJobStore store, LedgerFilter? filter = null) =>
        store.Ledger.List(new LedgerQuery(filter ?? new LedgerFilter(), null, null, 1000)).Entries;

    private LiteJobStore Open(string name = "jobs.db") => new(_folder.File(name), new JobFeed(), TimeProvider.System, NullLogger<LiteJobStore>.Instance);
}
