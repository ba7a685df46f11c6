using BotPhone.Documents.Stores;
using BotPhone.Hosting;
using BotPhone.Invoices;
using BotPhone.Sdk;

namespace BotPhone.Documents;

/// <summary>Copies of stored documents for the attempts that work with them; none outlives its attempt, nor the server.</summary>
internal sealed class OpenedFiles
{
    private readonly string _root;

    public OpenedFiles(DataFolder data)
    {
        _root = data.File("opened");
        if (Directory.Exists(_root)) Directory.Delete(_root, recursive: true);
    }

    /// <summary>Copies a document into a folder of its own, under its own name: portals see it.</summary>
    public async Task<StoredFile> OpenAsync(StorageKey key, StoredContent document, CancellationToken cancellation)
    {
        var folder = Directory.CreateDirectory(Path.Combine(_root, Guid.NewGuid().ToString("N"))).FullName;
        var path = Path.Combine(folder, key.Value.Split('/')[^1]);
        try
        {
            await using (var copy = new FileStream(path, FileMode.CreateNew, FileAccess.Write)) await document.Content.CopyToAsync(copy, cancellation);
            return new StoredFile(key, path, document.Size, FileHash.Of(path));
        }
        catch
        {
            Directory.Delete(folder, recursive: true);
            throw;
        }
    }

    public static void Close(StoredFile file)
    {
        var folder = Path.GetDirectoryName(file.Path)!;
        if (Directory.Exists(folder)) Directory.Delete(folder, recursive: true);
    }
}
