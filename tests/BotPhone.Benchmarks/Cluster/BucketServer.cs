using System.Diagnostics;
using BotPhone.Tests.Kit;

namespace BotPhone.Benchmarks;

/// <summary>The S3 server of the tests: nodes do not start without one.</summary>
internal sealed class BucketServer : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("botphone-bench-s3-");
    private readonly string[] _ports = [.. Enumerable.Range(0, 5).Select(_ => $"{FreePort.Find()}")];

    public BucketServer() => Run(["start", _folder.FullName, .. _ports]);

    /// <summary>For a server that keeps its documents here.</summary>
    public string[] Settings =>
        ["--Artifacts:Provider=s3", $"--Minio:Endpoint=127.0.0.1:{_ports[0]}", "--Minio:Secure=false", "--Minio:AccessKey=test:tester", "--Minio:SecretKey=testing", $"--Minio:Bucket=b{Guid.NewGuid():N}"];

    public void Dispose()
    {
        Run("stop", _folder.FullName);
        _folder.Delete(recursive: true);
    }

    private static void Run(params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo("/bin/sh", ["-c", "exec \"$0\" \"$@\" > /dev/null", Path.Combine(Repository.Root, "tests", "servers", "swift-s3.sh"), .. arguments]))!;
        process.WaitForExit();
        if (process.ExitCode != 0) throw new InvalidOperationException($"swift-s3.sh {string.Join(' ', arguments)}: exit code {process.ExitCode}");
    }
}
