using System.Net;
using BotPhone.Documents;
using BotPhone.Documents.Stores;
using BotPhone.Hosting;
using BotPhone.Jobs;
using BotPhone.Jobs.Store;
using BotPhone.Sdk;
using BotPhone.Tests.Kit;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;

namespace BotPhone.Tests.Ledger;

/// <summary><c>Documents:Retention</c>.</summary>
public sealed class When_documents_grow_old : IDisposable
{
    private static readonly TimeSpan Retention = TimeSpan.FromDays(30);
    private static readonly DateOnly DueDate = new(2026, 1, 10);
    private readonly TemporaryFolder _folder = new();
    private readonly FakeTimeProvider _time = new(LedgerJobs.Now);
    private readonly DataFolder _data;
    private readonly FileStore _files;
    private readonly AuditTrail _audit;
    private readonly LiteJobStore _store;

    public When_documents_grow_old()
    {
        _data = new DataFolder(new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?> { ["Data:Path"] = _folder.File("data") }).Build());
        _files = new FileStore(_data.File("documents"));
        _audit = new AuditTrail(_data, Options.Create(new AuditOptions()), _time, NullLogger<AuditTrail>.Instance);
        _store = new LiteJobStore(_data.File("jobs.db"), new JobFeed(), _time, NullLogger<LiteJobStore>.Instance);
    }

    public void Dispose()
    {
        _store.Dispose();
        _audit.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public async Task The_server_removes_them_and_their_months_are_not_missing()
    {
        await using var server = await TestServer.StartAsync("--Documents:Retention=00:00:01", "--Jobs:CleanupInterval=00:00:01");
        var job = await Bills.FetchAsync(server.Client, "111", "10/01/2026");
        await Until.TrueAsync(async () => (await Bills.ListAsync(server.Client))[0]["removida_em"] is not null, "the document is removed");

        var entry = Assert.Single(await Bills.ListAsync(server.Client));
        Assert.Equal((null, "10/01/2026", (string)job["job_id"]!), (entry["key"], (string)entry["vencimento"]!, (string)entry["job_id"]!));
        Assert.Equal(HttpStatusCode.NotFound, (await server.Client.SendAsync(HttpMethod.Get, $"/arquivos/{job["result"]}")).Status);
        Assert.Equal("""{"contas":[]}""", (await server.Client.GetAsync("/faturas/lacunas?ate=01/2026")).ToJsonString());
        Assert.Equal(HttpStatusCode.OK, (await server.Client.SendAsync(HttpMethod.Get, $"/status/{job["job_id"]}")).Status);
    }

    [Fact]
    public async Task By_default_they_stay_for_ever()
    {
        await StoreAsync("a.pdf");
        _time.Advance(TimeSpan.FromDays(36500));
        await CleanUpAsync(retention: null);
        Assert.True(IsThere("a.pdf"));
    }

    [Fact]
    public async Task Those_that_are_old_enough_go_and_no_others()
    {
        await StoreAsync("old.pdf");
        _time.Advance(TimeSpan.FromDays(1));
        await StoreAsync("young.pdf", day: 11);
        _time.Advance(Retention - TimeSpan.FromDays(1));
        await CleanUpAsync();
        Assert.Equal((false, true), (IsThere("old.pdf"), IsThere("young.pdf")));
        Assert.Equal([null, _time.GetUtcNow()], Entries().Select(entry => entry.RemovedAt));

        _time.Advance(TimeSpan.FromDays(1));
        await CleanUpAsync();
        Assert.False(IsThere("young.pdf"));
    }

    [Fact]
    public async Task One_that_a_job_has_ended_with_again_is_kept_from_then_on()
    {
        await StoreAsync("a.pdf");
        _time.Advance(TimeSpan.FromDays(29));
        await StoreAsync("a.pdf");
        _time.Advance(TimeSpan.FromDays(29));
        await CleanUpAsync();
        Assert.True(IsThere("a.pdf"));
        Assert.Equal(LedgerJobs.Now, Assert.Single(Entries()).StoredAt);

        _time.Advance(TimeSpan.FromDays(1));
        await CleanUpAsync();
        Assert.False(IsThere("a.pdf"));
    }

    [Fact]
    public async Task One_that_comes_again_after_its_removal_is_a_new_entry()
    {
        await StoreAsync("a.pdf");
        _time.Advance(Retention);
        await CleanUpAsync();
        await StoreAsync("a.pdf");
        await CleanUpAsync();
        Assert.True(IsThere("a.pdf"));
        Assert.Equal([true, false], Entries().Select(entry => entry.RemovedAt is null));
    }

    [Fact]
    public async Task A_file_of_two_invoices_stays_until_both_are_old()
    {
        await StoreAsync("a.pdf", account: "111");
        _time.Advance(TimeSpan.FromDays(10));
        await StoreAsync("a.pdf", account: "222");
        _time.Advance(TimeSpan.FromDays(20));
        await CleanUpAsync();
        Assert.True(IsThere("a.pdf"));
        _time.Advance(TimeSpan.FromDays(10));
        await CleanUpAsync();
        Assert.False(IsThere("a.pdf"));
        Assert.DoesNotContain(Entries(), entry => entry.RemovedAt is null);
    }

    [Fact]
    public async Task However_many_they_all_go()
    {
        for (var number = 0; number < 250; number++) await StoreAsync($"{number}.pdf", account: $"{number}");
        _time.Advance(Retention);
        await CleanUpAsync();
        Assert.Empty(Directory.GetFiles(_data.File("documents"), "*.pdf", SearchOption.AllDirectories));
        Assert.Equal(250, Entries().Count(entry => entry.RemovedAt is not null));
    }

    private async Task StoreAsync(string key, string account = "111", int day = 10)
    {
        var source = _folder.File("source");
        await File.WriteAllTextAsync(source, key);
        await _files.PutAsync(StorageKey.Parse(key), source, FileHashOf(key), default);
        await _store.SaveAsync(LedgerJobs.Completed("PROBE", account, DueDate.AddDays(day - 10), key: key, at: _time.GetUtcNow()));
    }

    private static string FileHashOf(string content) => Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(content)));

    private Task CleanUpAsync() => CleanUpAsync(Retention);

    private Task CleanUpAsync(TimeSpan? retention) => new OldDocuments(
        _files, _store.Ledger, new InvoiceTurns(new KeyedLock()), _audit, Options.Create(new DocumentsOptions { Retention = retention }), _time, NullLogger<OldDocuments>.Instance).RemoveAsync(default);

    private bool IsThere(string key) => File.Exists(_files.PathOf(StorageKey.Parse(key)));

    private IReadOnlyList<LedgerEntry> Entries() => _store.Ledger.List(new LedgerQuery(new LedgerFilter(), null, null, 1000)).Entries;
}
