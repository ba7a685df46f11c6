using System.Security.Cryptography;
using System.Text;
using BotPhone.Documents;
using BotPhone.Hosting;
using BotPhone.Sdk;
using BotPhone.Tests.Kit;
using Microsoft.Extensions.Configuration;

namespace BotPhone.Tests.Documents;

public sealed class FileStoreTests : IDisposable
{
    private static readonly StorageKey Key = StorageKey.Parse("faturas/oi/oi_202601_1.pdf");
    private readonly TemporaryFolder _folder = new();
    private readonly FileStore _store;

    public FileStoreTests() => _store = new FileStore(new DataFolder(
        new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?> { ["Data:Path"] = _folder.File("data") }).Build()));

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task PutAsync_NewName_KeepsTheBytes()
    {
        var key = await PutAsync("um");
        Assert.Equal(Key, key);
        Assert.Equal("um", await File.ReadAllTextAsync(_store.Find(key)!));
    }

    [Fact]
    public async Task PutAsync_SameContentAgain_IsTheSameKey()
    {
        await PutAsync("um");
        Assert.Equal(Key, await PutAsync("um"));
    }

    [Fact]
    public async Task PutAsync_OtherContent_GetsASuffixAndOverwritesNothing()
    {
        await PutAsync("um");
        Assert.Equal("faturas/oi/oi_202601_1_2.pdf", (await PutAsync("dois")).Value);
        Assert.Equal("faturas/oi/oi_202601_1_3.pdf", (await PutAsync("tres")).Value);
        Assert.Equal("faturas/oi/oi_202601_1_2.pdf", (await PutAsync("dois")).Value);
        Assert.Equal("um", await File.ReadAllTextAsync(_store.Find(Key)!));
    }

    [Fact]
    public async Task PutAsync_ManyAtOnce_EachContentHasOneKey()
    {
        var keys = await Task.WhenAll(Enumerable.Range(0, 40).Select(i => Task.Run(() => PutAsync($"conteudo {i % 4}"))));
        Assert.Equal(4, keys.Distinct().Count());
        Assert.Equal(4, Directory.GetFiles(_folder.File("data"), "*", SearchOption.AllDirectories).Length);
    }

    private async Task<StorageKey> PutAsync(string content)
    {
        var source = _folder.File(Guid.NewGuid().ToString("N"));
        await File.WriteAllTextAsync(source, content);
        return await _store.PutAsync(Key, source, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(content))), default);
    }
}
