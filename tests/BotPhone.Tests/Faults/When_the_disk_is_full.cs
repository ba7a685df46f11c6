using System.Net;
using BotPhone.Jobs.Store;
using BotPhone.Tests.Kit;
using LiteDB;

namespace BotPhone.Tests.Faults;

/// <summary>New jobs are refused, running ones wait for their end to be written, and all goes on when there is room.</summary>
[Trait("Keeps", "files")]
public sealed class When_the_disk_is_full : IDisposable
{
    private readonly SmallDisk _disk = new(24);

    public void Dispose() => _disk.Dispose();

    [SmallDiskFact]
    public async Task Jobs_are_refused_or_fail_and_the_server_recovers_by_itself()
    {
        await using var server = await TestServer.StartAsync($"--Data:Path={_disk.Path}/data");
        var running = await server.Client.SubmitAsync("probe", Payloads.Probe("waits"));
        await Until.TrueAsync(() => server.Runs().Count == 1, "the job runs");

        _disk.Fill();
        using (var request = new HttpRequestMessage(HttpMethod.Post, "/executar/probe") { Content = new StringContent(System.Text.Json.JsonSerializer.Serialize(Payloads.Probe("ok"))) })
        using (var refused = await server.Client.Http.SendAsync(request))
        {
            Assert.Equal(HttpStatusCode.ServiceUnavailable, refused.StatusCode);
            Assert.NotNull(refused.Headers.RetryAfter);
            Assert.Contains("não consegue gravar agora", await refused.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }

        server.OpenGate();
        await Until.TrueAsync(async () => (await server.Client.SendAsync(HttpMethod.Get, "/health")).Status == HttpStatusCode.ServiceUnavailable, "the server says that it cannot write");
        Assert.NotEqual("COMPLETED", (string)(await server.Client.StatusAsync(running))["status"]!);

        _disk.Empty();
        var ended = await server.Client.EndOfAsync(running);
        // It met the full disk with its document, or came there when there was room again.
        Assert.Contains(((string)ended["status"]!, (string?)ended["error_code"]), new[] { ("FAILED", "ARQ_ARMAZENAMENTO"), ("COMPLETED", (string?)null) });
        await Until.TrueAsync(async () => (await server.Client.SendAsync(HttpMethod.Get, "/health")).Status == HttpStatusCode.OK, "the server is well again");
        Assert.Equal("COMPLETED", (string)(await server.Client.RunAsync("probe", Payloads.Probe("ok")))["status"]!);
    }

    /// <summary>A transaction that was left behind must not throw in its finalizer, which would end the server minutes later.</summary>
    [SmallDiskFact]
    public async Task What_failed_writes_leave_behind_does_not_end_the_process()
    {
        using var file = StoreFile.Open($"{_disk.Path}/jobs.db", TimeProvider.System);
        using var over = new CancellationTokenSource();
        var readers = Enumerable.Range(0, 4).Select(_ => Task.Run(() => Read(file, over.Token))).ToList();
        for (var i = 0; i < 20; i++) FailToWrite(file);
        await over.CancelAsync();
        await Task.WhenAll(readers);
        for (var i = 0; i < 5; i++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }
    }

    // Requests go on meanwhile, and may fail when the file is opened anew.
    private static void Read(StoreFile file, CancellationToken over)
    {
        while (!over.IsCancellationRequested)
        {
            try
            {
                file.Database.GetCollection("jobs").Count();
            }
            catch (Exception exception) when (exception is LiteException or ObjectDisposedException or IOException or NullReferenceException or InvalidOperationException)
            {
                // It was closed under the reader.
            }
        }
    }

    private void FailToWrite(StoreFile file)
    {
        file.EnsureOpen();
        _disk.Fill();
        Assert.ThrowsAny<IOException>(() =>
        {
            file.Database.BeginTrans();
            for (var i = 0; i < 100; i++) file.Database.GetCollection("jobs").Insert(new BsonDocument { ["text"] = new string('x', 4000) });
            file.Database.Commit();
            file.Database.Checkpoint();
        });
        _disk.Empty();
        file.Reopen();
    }

    [SmallDiskFact]
    public async Task At_the_start_it_is_said_in_one_line()
    {
        using var folder = new TemporaryFolder();
        string[] settings = [$"--Data:Path={_disk.Path}/data"];
        await using (var server = await PublishedServer.StartAsync(folder, settings)) await server.StopAsync();
        _disk.Fill();
        var (exitCode, _, error) = await PublishedServer.RunAsync(folder, ["serve", "--Urls=http://127.0.0.1:0", .. settings]);
        Assert.Equal(1, exitCode);
        Assert.Contains("No space left on device", Assert.Single(error.Trim().Split('\n')), StringComparison.Ordinal);

        _disk.Empty();
        await using (var server = await PublishedServer.StartAsync(folder, settings)) Assert.Equal(0, await server.StopAsync());
    }

    [SmallDiskFact]
    public async Task A_read_only_one_is_said_in_one_line()
    {
        Directory.CreateDirectory($"{_disk.Path}/data");
        _disk.MakeReadOnly();
        using var folder = new TemporaryFolder();
        var (exitCode, _, error) = await PublishedServer.RunAsync(folder, "serve", "--Urls=http://127.0.0.1:0", $"--Data:Path={_disk.Path}/data");
        Assert.Equal(1, exitCode);
        Assert.Contains("Read-only file system", Assert.Single(error.Trim().Split('\n')), StringComparison.Ordinal);
    }
}
