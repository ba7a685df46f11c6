using System.Net;
using System.Net.Sockets;
using BotPhone.Documents.Stores;
using BotPhone.Jobs;
using BotPhone.Sdk;
using BotPhone.Tests.Kit;

namespace BotPhone.Tests.Documents.Stores;

[Collection(OneStoreTestAtATime.Name)]
public sealed class S3StoreTests(S3Server server) : DocumentStoreTests
{
    private static readonly StorageKey Key = StorageKey.Parse("faturas/oi/oi_202601_1.pdf");
    private readonly S3Store _store = server.Store();

    private protected override IDocumentStore Store => _store;

    [Theory]
    [InlineData(S3Server.AccessKey)]
    [InlineData("ninguem:nada")]
    public async Task CheckAsync_WrongKeys_SaysWhichSettingAndNoSecret(string accessKey)
    {
        const string secret = "errada-e-secreta";
        using var store = server.Store(accessKey, secret);
        var fault = await Assert.ThrowsAsync<DocumentStoreException>(() => store.CheckAsync(default));
        Assert.Equal(("Minio:SecretKey", "o armazenamento recusa as chaves (Minio:AccessKey e Minio:SecretKey)"), (fault.Setting, fault.Message));
        Assert.Equal(fault.Message, store.Fault);
        Assert.DoesNotContain(secret, fault.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task CheckAsync_KeysWithoutRights_SaysThatTheBucketIsOutOfReach()
    {
        using var store = server.Store("test:guest", "visiting");
        var fault = await Assert.ThrowsAsync<DocumentStoreException>(() => store.CheckAsync(default));
        Assert.Equal("Minio:Bucket", fault.Setting);
        Assert.StartsWith("as chaves não dão direito ao bucket 'b", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task CheckAsync_NoServer_MayBeWellAgainByItself()
    {
        using var store = S3Server.StoreAt($"127.0.0.1:{FreePort.Find()}");
        var fault = await Assert.ThrowsAsync<DocumentStoreException>(() => store.CheckAsync(default));
        Assert.Equal((null, "o armazenamento não responde"), (fault.Setting, fault.Message));
    }

    [Fact]
    public async Task CheckAsync_AServerThatSaysNothing_IsGivenUp()
    {
        using var deaf = new TcpListener(IPAddress.Loopback, 0);
        deaf.Start();
        using var store = S3Server.StoreAt($"{deaf.LocalEndpoint}", timeout: TimeSpan.FromSeconds(1));
        var fault = await Assert.ThrowsAsync<DocumentStoreException>(() => store.CheckAsync(default));
        Assert.Equal((null, "o armazenamento não respondeu em 00:00:01"), (fault.Setting, fault.Message));
    }

    [Fact]
    public async Task CheckAsync_TwiceAndFromAnotherServer_FindsTheSameBucket()
    {
        await _store.CheckAsync(default);
        await _store.CheckAsync(default);
        Assert.Null(_store.Fault);
        Assert.Null(await _store.OpenAsync(Key, default));
    }
}
