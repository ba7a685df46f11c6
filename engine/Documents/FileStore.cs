using System.Security.Cryptography;
using BotPhone.Hosting;
using BotPhone.Sdk;

namespace BotPhone.Documents;

/// <summary>Documents as files under <c>Data:Path</c>. A file appears whole or not at all, and is never overwritten.</summary>
internal sealed class FileStore(DataFolder data)
{
    private readonly string _root = Directory.CreateDirectory(data.File("documents")).FullName;

    /// <summary>Keeps a file. The same content under the same name is kept once; other content gets a suffix.</summary>
    /// <returns>The key under which it is.</returns>
    public async Task<StorageKey> PutAsync(StorageKey wanted, string source, string sha256, CancellationToken cancellation)
    {
        var folder = Directory.CreateDirectory(Path.GetDirectoryName(PathOf(wanted))!).FullName;
        var temporary = Path.Combine(folder, $".{Guid.NewGuid():N}.tmp");
        try
        {
            await CopyAsync(source, temporary, cancellation);
            for (var number = 1; ; number++)
            {
                var key = number == 1 ? wanted : Suffixed(wanted, number);
                var target = PathOf(key);
                if (File.Exists(target))
                {
                    if (await HashAsync(target, cancellation) == sha256) return key;
                    continue;
                }

                if (TryMove(temporary, target)) return key;
                // Look at what is there now.
                number--;
            }
        }
        finally
        {
            File.Delete(temporary);
        }
    }

    /// <summary>The path of a stored file, or null when there is none.</summary>
    public string? Find(StorageKey key) => File.Exists(PathOf(key)) ? PathOf(key) : null;

    /// <summary>Removes a file; one that is not there is removed already.</summary>
    public Task RemoveAsync(StorageKey key)
    {
        if (Find(key) is { } path) File.Delete(path);
        return Task.CompletedTask;
    }

    private static async Task CopyAsync(string source, string target, CancellationToken cancellation)
    {
        await using var from = File.OpenRead(source);
        await using var to = new FileStream(target, FileMode.CreateNew, FileAccess.Write);
        await from.CopyToAsync(to, cancellation);
        to.Flush(flushToDisk: true);
    }

    private static bool TryMove(string temporary, string target)
    {
        try
        {
            File.Move(temporary, target, overwrite: false);
            return true;
        }
        catch (IOException) when (File.Exists(target))
        {
            // Another job was faster: look at what it has put there.
            return false;
        }
    }

    private static async Task<string> HashAsync(string file, CancellationToken cancellation)
    {
        await using var content = File.OpenRead(file);
        return Convert.ToHexStringLower(await SHA256.HashDataAsync(content, cancellation));
    }

    private static StorageKey Suffixed(StorageKey key, int number)
    {
        var extension = Path.GetExtension(key.Value);
        return StorageKey.Parse($"{key.Value[..^extension.Length]}_{number}{extension}");
    }

    private string PathOf(StorageKey key) => Path.Combine(_root, key.Value.Replace('/', Path.DirectorySeparatorChar));
}
