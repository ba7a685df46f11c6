using BotPhone.Documents.Stores;
using BotPhone.Jobs;
using Microsoft.Extensions.Options;

namespace BotPhone.Tests.Kit;

/// <summary>A real S3 server on loopback, which can be killed and brought back with what it kept.</summary>
public sealed class S3Server : IAsyncLifetime, IDisposable
{
    public const string AccessKey = "test:tester";
    public const string SecretKey = "testing";
    private static readonly string Script = Path.Combine(Repository.Root, "tests", "servers", "swift-s3.sh");
    private readonly TemporaryFolder _folder = new();
    private readonly string[] _ports = [.. Enumerable.Range(0, 5).Select(_ => $"{FreePort.Find()}")];

    public string Endpoint => $"127.0.0.1:{_ports[0]}";

    /// <summary>Where the server keeps what it gets.</summary>
    public string Kept => _folder.File("node");

    public Task InitializeAsync() => StartAsync();

    public Task StartAsync() => RunAsync(["start", _folder.Path, .. _ports]);

    public Task KillAsync() => RunAsync("stop", _folder.Path);

    public Task DisposeAsync() => KillAsync();

    public void Dispose() => _folder.Dispose();

    /// <summary>The settings of a server that keeps its documents in a bucket of its own here.</summary>
    public string[] Settings(string secret = SecretKey) =>
    [
        "--Artifacts:Provider=s3", "--Artifacts:SpoolInterval=00:00:01", $"--Minio:Endpoint={Endpoint}", "--Minio:Secure=false",
        $"--Minio:AccessKey={AccessKey}", $"--Minio:SecretKey={secret}", $"--Minio:Bucket=b{Guid.NewGuid():N}",
    ];

    /// <summary>A store in a bucket of its own here.</summary>
    internal S3Store Store(string accessKey = AccessKey, string secret = SecretKey) => StoreAt(Endpoint, accessKey, secret);

    internal static S3Store StoreAt(string endpoint, string accessKey = AccessKey, string secret = SecretKey, TimeSpan? timeout = null) => new(Options.Create(new MinioOptions
    {
        Endpoint = endpoint, Secure = false, AccessKey = accessKey, SecretKey = secret, Bucket = $"b{Guid.NewGuid():N}", Timeout = timeout ?? TimeSpan.FromMinutes(1),
    }), new KeyedLock());

    private static async Task RunAsync(params string[] arguments)
    {
        var (exitCode, output, error) = await Command.RunAsync(Script, arguments, "", new Dictionary<string, string>());
        Assert.True(exitCode == 0, $"{Script} {string.Join(' ', arguments)}: {output}{error}");
    }
}
