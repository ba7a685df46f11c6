using BotPhone.Invoices;

namespace BotPhone.Sdk.Testing;

/// <summary>A store with the files that a test has put there; on the disk from the moment one is opened.</summary>
internal sealed class HarnessStore(IReadOnlyDictionary<string, byte[]> files) : IDisposable
{
    private readonly Lazy<DirectoryInfo> _folder = new(() => Directory.CreateTempSubdirectory("botphone-store-"));

    public async Task<StoredFile> OpenAsync(StorageKey key, CancellationToken cancellation)
    {
        if (!files.TryGetValue(key.Value, out var content))
            throw new OperatorException(ErrorCode.StorageFailed, $"o arquivo '{key}' não está no armazenamento");
        var path = Path.Combine(_folder.Value.FullName, key.Value.Replace('/', Path.DirectorySeparatorChar));
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        await File.WriteAllBytesAsync(path, content, cancellation);
        return new StoredFile(key, path, content.Length, FileHash.Of(path));
    }

    public void Dispose()
    {
        if (_folder.IsValueCreated) _folder.Value.Delete(recursive: true);
    }
}
