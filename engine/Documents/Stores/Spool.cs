using BotPhone.Hosting;
using BotPhone.Sdk;

namespace BotPhone.Documents.Stores;

/// <summary>Verified documents that wait on this machine's disk, in <c>Data:Path/spool</c>, for a store that is down.</summary>
internal sealed class Spool(DataFolder data)
{
    private readonly FileStore _files = new(data.File("spool"));

    public Task<StorageKey> KeepAsync(StorageKey wanted, string path, string sha256, CancellationToken cancellation) => _files.PutAsync(wanted, path, sha256, cancellation);

    public IReadOnlyList<StorageKey> Waiting() => _files.Keys();

    public string PathOf(StorageKey key) => _files.PathOf(key);

    public Task RemoveAsync(StorageKey key) => _files.RemoveAsync(key, CancellationToken.None);
}
