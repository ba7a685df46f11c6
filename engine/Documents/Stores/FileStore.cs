using BotPhone.Invoices;
using BotPhone.Sdk;

namespace BotPhone.Documents.Stores;

/// <summary>Documents as files in a folder.</summary>
internal sealed class FileStore(string root) : IDocumentStore
{
    public const string Unfinished = ".tmp";
    private readonly string _root = Directory.CreateDirectory(root).FullName;
    // The platform's way to move a file without replacing another looks first and then replaces. No other process writes here.
    private readonly Lock _naming = new();

    public string? Fault => null;

    public Task CheckAsync(CancellationToken cancellation) => Task.CompletedTask;

    public async Task<StorageKey> PutAsync(StorageKey wanted, string path, string sha256, CancellationToken cancellation)
    {
        var folder = Directory.CreateDirectory(Path.GetDirectoryName(PathOf(wanted))!).FullName;
        var temporary = Path.Combine(folder, $".{Guid.NewGuid():N}{Unfinished}");
        try
        {
            await CopyAsync(path, temporary, cancellation);
            if (FileHash.Of(temporary) != sha256) throw new IOException($"'{path}' is not the file that was verified.");
            var key = Name(temporary, wanted, sha256);
            FolderSync.Flush(folder);
            return key;
        }
        finally
        {
            File.Delete(temporary);
        }
    }

    public Task<StoredContent?> OpenAsync(StorageKey key, CancellationToken cancellation) => Task.FromResult(StoredContent.Of(PathOf(key)));

    public Task RemoveAsync(StorageKey key, CancellationToken cancellation)
    {
        lock (_naming)
        {
            if (File.Exists(PathOf(key))) File.Delete(PathOf(key));
        }

        return Task.CompletedTask;
    }

    /// <summary>Where a document is, or would be.</summary>
    public string PathOf(StorageKey key) => Path.Combine(_root, key.Value.Replace('/', Path.DirectorySeparatorChar));

    /// <summary>All that is kept.</summary>
    public IReadOnlyList<StorageKey> Keys() =>
    [
        .. Directory.EnumerateFiles(_root, "*", SearchOption.AllDirectories)
            .Where(file => !file.EndsWith(Unfinished, StringComparison.Ordinal))
            .Select(file => StorageKey.Parse(Path.GetRelativePath(_root, file).Replace(Path.DirectorySeparatorChar, '/'))),
    ];

    private static async Task CopyAsync(string source, string target, CancellationToken cancellation)
    {
        await using var from = File.OpenRead(source);
        await using var to = new FileStream(target, FileMode.CreateNew, FileAccess.Write);
        await from.CopyToAsync(to, cancellation);
        to.Flush(flushToDisk: true);
    }

    // The first name that is free, or that the same content has already.
    private StorageKey Name(string temporary, StorageKey wanted, string sha256)
    {
        lock (_naming)
        {
            for (var number = 1; ; number++)
            {
                var key = Numbered.Of(wanted, number);
                var path = PathOf(key);
                if (!File.Exists(path))
                {
                    File.Move(temporary, path);
                    return key;
                }

                if (FileHash.Of(path) == sha256) return key;
            }
        }
    }
}
