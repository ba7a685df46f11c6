using System.Security.Cryptography;
using BotPhone.Documents.Stores;
using BotPhone.Hosting;
using BotPhone.Jobs;
using BotPhone.Sdk;

namespace BotPhone.Documents;

/// <summary>Evidence beside the invoices, where every node finds it. It goes when its job is removed.</summary>
internal sealed class EvidenceInBucket(IDocumentStore store, DataFolder data, JobFeed feed, ILogger<EvidenceInBucket> log) : BackgroundService, IEvidence
{
    private readonly string _folder = Directory.CreateDirectory(data.File("evidence")).FullName;

    public async Task<IReadOnlyList<string>> KeepAsync(Guid jobId, FailedPage page)
    {
        try
        {
            var keys = new List<string>();
            foreach (var (name, content) in EvidenceFiles.Of(page)) keys.Add(await PutAsync(EvidenceFiles.KeyOf(jobId, name), content));
            return keys;
        }
        catch (Exception exception) when (exception is DocumentStoreException or IOException or UnauthorizedAccessException)
        {
            DocumentsLog.EvidenceLost(log, exception, jobId);
            return [];
        }
    }

    public async Task RemoveAsync(Job job)
    {
        try
        {
            foreach (var key in job.Evidence) await store.RemoveAsync(StorageKey.Parse(key), CancellationToken.None);
        }
        catch (DocumentStoreException exception)
        {
            DocumentsLog.EvidenceLeft(log, exception, job.Id);
        }
    }

    // Each job's own goes with it.
    public Task RemoveOrphansAsync(Func<Guid, ValueTask<bool>> exists) => Task.CompletedTask;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var removed = feed.Listen(one => one is JobRemoved { Job.Evidence.Count: > 0 });
        await foreach (var one in removed.ReadAsync(stoppingToken))
            if (one is JobRemoved { Job: var job }) await RemoveAsync(job);
    }

    private async Task<string> PutAsync(string key, ReadOnlyMemory<byte> content)
    {
        var file = Path.Combine(_folder, $"{Guid.NewGuid():N}");
        try
        {
            await File.WriteAllBytesAsync(file, content);
            return (await store.PutAsync(StorageKey.Parse(key), file, Convert.ToHexStringLower(SHA256.HashData(content.Span)), CancellationToken.None)).Value;
        }
        finally
        {
            File.Delete(file);
        }
    }
}
