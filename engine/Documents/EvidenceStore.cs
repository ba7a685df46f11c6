using BotPhone.Documents.Stores;
using BotPhone.Hosting;
using BotPhone.Jobs;
using BotPhone.Sdk;

namespace BotPhone.Documents;

/// <summary>Evidence on this server's own disk: a folder for each job under <c>Data:Path</c>.</summary>
internal sealed class EvidenceStore(DataFolder data, ILogger<EvidenceStore> log) : IEvidence
{
    private readonly string _root = Directory.CreateDirectory(data.File("evidence")).FullName;

    public async Task<IReadOnlyList<string>> KeepAsync(Guid jobId, FailedPage page)
    {
        try
        {
            Directory.CreateDirectory(FolderOf(jobId));
            var keys = new List<string>();
            foreach (var (name, content) in EvidenceFiles.Of(page))
            {
                await File.WriteAllBytesAsync(Path.Combine(FolderOf(jobId), name), content);
                keys.Add(EvidenceFiles.KeyOf(jobId, name));
            }

            return keys;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            DocumentsLog.EvidenceLost(log, exception, jobId);
            return [];
        }
    }

    public Task RemoveAsync(Job job)
    {
        Remove(job.Id);
        return Task.CompletedTask;
    }

    public async Task RemoveOrphansAsync(Func<Guid, ValueTask<bool>> exists)
    {
        foreach (var folder in Directory.EnumerateDirectories(_root))
            if (Guid.TryParse(Path.GetFileName(folder), out var id) && !await exists(id)) Remove(id);
    }

    /// <summary>A kept file, or null when there is none.</summary>
    public StoredContent? Open(StorageKey key) => EvidenceFiles.TryParse(key.Value, out var job, out var name) ? StoredContent.Of(Path.Combine(FolderOf(job), name)) : null;

    private void Remove(Guid jobId)
    {
        if (Directory.Exists(FolderOf(jobId))) Directory.Delete(FolderOf(jobId), recursive: true);
    }

    private string FolderOf(Guid jobId) => Path.Combine(_root, jobId.ToString());
}
