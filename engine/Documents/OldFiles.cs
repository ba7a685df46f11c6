using System.Text;
using BotPhone.Documents.Stores;
using BotPhone.Hosting;
using BotPhone.Invoices;
using BotPhone.Jobs;
using BotPhone.Jobs.Move;
using BotPhone.Sdk;

namespace BotPhone.Documents;

/// <summary>The files of one server, on their way into the bucket that nodes share.</summary>
internal sealed class OldFiles(DataFolder data, IDocumentStore bucket) : IOldFiles
{
    private const string Documents = "documents";
    private const string Waiting = "spool";
    private const string Evidence = "evidence";

    public async Task CheckAsync()
    {
        try
        {
            await bucket.CheckAsync(CancellationToken.None);
        }
        catch (DocumentStoreException fault)
        {
            throw new StartupException($"{fault.Setting ?? "Minio:Endpoint"}: {fault.Message}");
        }
    }

    public async Task<RecordDigest> CopyAsync(Func<Guid, Job?> jobOf)
    {
        var copied = new RecordDigest();
        foreach (var file in FilesIn(Documents))
            await CopyAsync(KeyOf(Documents, file), file, copied);
        foreach (var file in FilesIn(Evidence))
            if (EvidenceOf(file, jobOf) is { } key) await CopyAsync(key, file, copied);
        // As the server would have sent it: under another name, where the wanted one is taken.
        foreach (var file in FilesIn(Waiting))
            await SendAsync(KeyOf(Waiting, file), file, copied);
        return copied;
    }

    public async Task<bool> HoldsAsync(StoredDocument document)
    {
        await using var there = await bucket.OpenAsync(StorageKey.Parse(document.Key), CancellationToken.None);
        return there?.Size == document.Size;
    }

    private async Task CopyAsync(StorageKey key, string file, RecordDigest copied)
    {
        await using (var there = await bucket.OpenAsync(key, CancellationToken.None))
        {
            if (there is not null && (there.Size != new FileInfo(file).Length || await there.HashAsync(CancellationToken.None) != FileHash.Of(file)))
                throw new StartupException($"O bucket já tem outro arquivo com o nome '{key}'. Use um bucket vazio (Minio:Bucket), ou o do próprio servidor antigo, e execute o comando de novo");
            if (there is not null)
            {
                Note(key, file, copied);
                return;
            }
        }

        await SendAsync(key, file, copied);
    }

    private async Task SendAsync(StorageKey key, string file, RecordDigest copied)
    {
        await bucket.PutAsync(key, file, FileHash.Of(file), CancellationToken.None);
        Note(key, file, copied);
    }

    private static void Note(StorageKey key, string file, RecordDigest copied) => copied.Add(Encoding.UTF8.GetBytes($"{key} {FileHash.Of(file)}"));

    // A page that had nothing to show is an empty file, which says nothing.
    private IEnumerable<string> FilesIn(string folder) => !Directory.Exists(data.File(folder)) ? []
        : Directory.EnumerateFiles(data.File(folder), "*", SearchOption.AllDirectories).Where(file => !file.EndsWith(FileStore.Unfinished, StringComparison.Ordinal) && new FileInfo(file).Length > 0);

    private StorageKey KeyOf(string folder, string file) => StorageKey.Parse(Path.GetRelativePath(data.File(folder), file).Replace(Path.DirectorySeparatorChar, '/'));

    private static StorageKey? EvidenceOf(string file, Func<Guid, Job?> jobOf) =>
        Guid.TryParse(Path.GetFileName(Path.GetDirectoryName(file)), out var id) && jobOf(id) is { } job && EvidenceFiles.KeyOf(id, Path.GetFileName(file)) is var key && job.Evidence.Contains(key)
            ? StorageKey.Parse(key)
            : null;
}
