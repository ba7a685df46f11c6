using BotPhone.Invoices;
using BotPhone.Jobs;
using BotPhone.Jobs.Store;
using BotPhone.Sdk;
using BotPhone.Tests.Kit;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace BotPhone.Tests.Jobs;

public sealed class LiteJobStoreTests : JobStoreTests
{
    private static readonly InvoiceFields Fields = new(new DateOnly(2026, 1, 10), 189.90m, new DateOnly(2026, 1, 1), "1", "11222333000181", "0019", "0018", "123", "3526");
    private readonly TemporaryFolder _folder = new();

    public override void Dispose() => _folder.Dispose();

    [Fact]
    public void Read_DocumentWithEveryField_ComesBackAsItWas()
    {
        var document = new StoredDocument("faturas/a.pdf", StoredDocument.Invoice, 5, "ab", new DateOnly(2026, 1, 10), Fields, "nota");
        Assert.Equal(document, StoredDocumentDocument.Read(StoredDocumentDocument.Write(document)));
    }

    [Fact]
    public void Read_JobOfAnOlderServer_IsForNobodyKnown()
    {
        var stored = JobDocument.Write(JobTests.Pending() with { Client = new JobClient("11222333000181", "2100345678") });
        Assert.True(stored.Remove("cnpj") && stored.Remove("filter"));
        Assert.Equal(JobClient.Unknown, JobDocument.Read(stored).Client);
    }

    [Fact]
    public void Read_DocumentFromBeforeTaxNotesWereRead_HasNone()
    {
        var document = new StoredDocument("faturas/a.pdf", StoredDocument.Invoice, 5, "ab", new DateOnly(2026, 1, 10), Fields);
        var stored = StoredDocumentDocument.Write(document);
        Assert.True(stored["fields"].AsDocument.Remove("tax_note") && stored["fields"].AsDocument.Remove("access_key"));
        Assert.Equal(document with { Fields = Fields with { TaxNote = null, AccessKey = null } }, StoredDocumentDocument.Read(stored));
    }

    // What is on the disk when SaveAsync completes is all that a process killed at that moment leaves.
    [Fact]
    public async Task SaveAsync_WhenItCompletes_IsInTheFile()
    {
        var job = JobTests.Pending();
        using var store = Open();
        await store.SaveAsync(job);

        File.Copy(_folder.File("jobs.db"), _folder.File("copy.db"));
        using var copy = Open("copy.db");
        Assert.NotNull(copy.Find(job.Id));
    }

    /// <summary>Whatever the clock does, lines are told in the order in which they were written.</summary>
    [Fact]
    public async Task Append_ClockSetBack_NumbersStillCountUp()
    {
        var time = new FakeTimeProvider(Now) { AutoAdvanceAmount = TimeSpan.Zero };
        var job = JobTests.Pending();
        for (var start = 0; start < 3; start++)
        {
            using var store = new LiteJobStore(_folder.File("jobs.db"), new JobFeed(), time, NullLogger<LiteJobStore>.Instance);
            store.Append(Line(job, $"linha {start}"));
            await store.SaveAsync(job);
            Assert.Equal(Enumerable.Range(0, start + 1).Select(i => $"linha {i}"), store.LogOf(job.Id).Select(line => line.Message));
            time.AdjustTime(time.GetUtcNow().AddDays(-1));
        }
    }

    [Fact]
    public async Task NextNumber_Reopened_GoesOn()
    {
        using (var store = Open()) await store.SaveAsync(JobTests.Pending(41));
        using (var store = Open()) Assert.Equal(42, store.NextNumber());
    }

    private protected override IJobDatabase Open() => Open("jobs.db");

    private LiteJobStore Open(string name) => new(_folder.File(name), new JobFeed(), TimeProvider.System, NullLogger<LiteJobStore>.Instance);
}
