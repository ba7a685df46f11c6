using BotPhone.Documents.Stores;
using BotPhone.Sdk;
using BotPhone.Tests.Kit;

namespace BotPhone.Tests.Documents.Stores;

/// <summary>What holds for every store.</summary>
public abstract class DocumentStoreTests : IDisposable
{
    private static readonly StorageKey Key = StorageKey.Parse("faturas/oi/oi_202601_1.pdf");

    private protected TemporaryFolder Folder { get; } = new();

    private protected abstract IDocumentStore Store { get; }

    public virtual void Dispose()
    {
        (Store as IDisposable)?.Dispose();
        Folder.Dispose();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task PutAsync_NewName_KeepsTheBytes()
    {
        var body = Body.Of(Folder, "um");
        Assert.Equal(Key, await body.PutAsync(Store, Key));
        await using var kept = (await Store.OpenAsync(Key, default))!;
        Assert.Equal((2, body.Sha256), (kept.Size, await kept.HashAsync(default)));
        Assert.InRange(kept.Modified, TimeProvider.System.GetUtcNow().AddMinutes(-5), TimeProvider.System.GetUtcNow().AddMinutes(1));
    }

    [Fact]
    public async Task PutAsync_AnyNameThatAKeyMayHave_IsThatName()
    {
        var (key, body) = (StorageKey.Parse("faturas/São Paulo/a+b & c#1%20=(~).pdf"), Body.Of(Folder, "um"));
        Assert.Equal(key, await body.PutAsync(Store, key));
        Assert.Equal(body.Sha256, await HashOfAsync(key));
        await Store.RemoveAsync(key, default);
        Assert.Null(await Store.OpenAsync(key, default));
    }

    [Fact]
    public async Task PutAsync_SameContentAgain_IsTheSameKey()
    {
        var body = Body.Of(Folder, "um");
        await body.PutAsync(Store, Key);
        Assert.Equal(Key, await body.PutAsync(Store, Key));
    }

    [Fact]
    public async Task PutAsync_OtherContent_GetsASuffixAndOverwritesNothing()
    {
        var (one, two, three) = (Body.Of(Folder, "um"), Body.Of(Folder, "dois"), Body.Of(Folder, "tres"));
        await one.PutAsync(Store, Key);
        Assert.Equal("faturas/oi/oi_202601_1_2.pdf", (await two.PutAsync(Store, Key)).Value);
        Assert.Equal("faturas/oi/oi_202601_1_3.pdf", (await three.PutAsync(Store, Key)).Value);
        Assert.Equal("faturas/oi/oi_202601_1_2.pdf", (await two.PutAsync(Store, Key)).Value);
        Assert.Equal(one.Sha256, await HashOfAsync(Key));
    }

    [Fact]
    public async Task PutAsync_ManyAtOnce_EachContentHasOneKey()
    {
        var bodies = Enumerable.Range(0, 4).Select(i => Body.Of(Folder, $"conteudo {i}")).ToList();
        // Those that begin in the same moment matter: the first of each name.
        for (var name = 0; name < 10; name++)
        {
            var wanted = StorageKey.Parse($"faturas/oi/oi_202601_{name}.pdf");
            var keys = await Task.WhenAll(Enumerable.Range(0, 12).Select(async i => (Body: bodies[i % 4], Key: await Task.Run(() => bodies[i % 4].PutAsync(Store, wanted)))));
            Assert.Equal(4, keys.Distinct().Count());
            Assert.Equal(4, keys.DistinctBy(kept => kept.Key).Count());
            foreach (var (body, key) in keys.Distinct()) Assert.Equal(body.Sha256, await HashOfAsync(key));
        }
    }

    [Fact]
    public async Task PutAsync_NotTheFileThatWasVerified_KeepsNothing()
    {
        var (verified, damaged) = (Body.Of(Folder, "verificado"), Body.Of(Folder, "danificado"));
        await Assert.ThrowsAnyAsync<Exception>(() => (damaged with { Sha256 = verified.Sha256 }).PutAsync(Store, Key));
        Assert.Null(await Store.OpenAsync(Key, default));
    }

    [Fact]
    public async Task OpenAsync_AnyPlace_ReadsFromThere()
    {
        var body = Body.OfMebibytes(Folder, 1);
        await body.PutAsync(Store, Key);
        await using var kept = (await Store.OpenAsync(Key, default))!;
        var expected = await File.ReadAllBytesAsync(body.Path);
        foreach (var (place, length) in new[] { (0, 10), (700_000, 100_000), (5, 1), (Body.Mebibyte - 3, 3), (0, Body.Mebibyte) })
        {
            var piece = new byte[length];
            kept.Content.Seek(place, SeekOrigin.Begin);
            await kept.Content.ReadExactlyAsync(piece);
            Assert.True(expected.AsSpan(place, length).SequenceEqual(piece), $"{length} bytes from {place}");
        }

        Assert.Equal(0, await kept.Content.ReadAsync(new byte[1]));
    }

    [Fact]
    public async Task RemoveAsync_ADocument_IsNoMore()
    {
        await Body.Of(Folder, "um").PutAsync(Store, Key);
        await Store.RemoveAsync(Key, default);
        Assert.Null(await Store.OpenAsync(Key, default));
        await Store.RemoveAsync(Key, default);
    }

    [Theory]
    [InlineData(5)]
    [InlineData(200)]
    public async Task PutAsync_ALargeBody_IsNeverInMemoryAsAWhole(int mebibytes)
    {
        var body = Body.OfMebibytes(Folder, mebibytes);
        await Body.Of(Folder, "warm").PutAsync(Store, StorageKey.Parse("outra.pdf"));
        var growth = await LiveMemory.GrowthAsync(async () =>
        {
            await body.PutAsync(Store, Key);
            Assert.Equal(body.Sha256, await HashOfAsync(Key));
        });
        // A bucket gets parts of 16 MiB: of one there may be four copies, and a little beside.
        Assert.InRange(growth, 0, 80L * Body.Mebibyte);
    }

    private async Task<string> HashOfAsync(StorageKey key)
    {
        await using var kept = (await Store.OpenAsync(key, default))!;
        return await kept.HashAsync(default);
    }
}
