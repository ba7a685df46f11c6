using BotPhone.Documents.Stores;
using BotPhone.Sdk;
using BotPhone.Tests.Kit;

namespace BotPhone.Tests.Documents.Stores;

[Collection(OneStoreTestAtATime.Name)]
public sealed class FileStoreTests : DocumentStoreTests
{
    private readonly FileStore _store;

    public FileStoreTests() => _store = new FileStore(Folder.File("documents"));

    private protected override IDocumentStore Store => _store;

    [SmallDiskFact]
    public async Task PutAsync_FullDisk_KeepsNothingAndWorksWhenThereIsRoom()
    {
        using var disk = new SmallDisk(4);
        var store = new FileStore(Path.Combine(disk.Path, "documents"));
        var (key, body) = (StorageKey.Parse("faturas/oi/oi_202601_1.pdf"), Body.OfMebibytes(Folder, 2));
        disk.Fill();
        await Assert.ThrowsAsync<IOException>(() => body.PutAsync(store, key));
        Assert.Empty(Directory.GetFiles(Path.Combine(disk.Path, "documents"), "*", SearchOption.AllDirectories));

        disk.Empty();
        Assert.Equal(key, await body.PutAsync(store, key));
        Assert.Equal([key], store.Keys());
    }
}
