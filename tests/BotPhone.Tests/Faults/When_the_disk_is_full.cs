using System.Net;
using System.Text.Json;
using BotPhone.Tests.Kit;

namespace BotPhone.Tests.Faults;

/// <summary>New jobs are refused, running ones wait for their end to be written, and all goes on when there is room.</summary>
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
        using (var request = new HttpRequestMessage(HttpMethod.Post, "/executar/probe") { Content = new StringContent(JsonSerializer.Serialize(Payloads.Probe("ok"))) })
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
        Assert.Equal(("FAILED", "ARQ_ARMAZENAMENTO"), ((string)ended["status"]!, (string)ended["error_code"]!));
        await Until.TrueAsync(async () => (await server.Client.SendAsync(HttpMethod.Get, "/health")).Status == HttpStatusCode.OK, "the server is well again");
        Assert.Equal("COMPLETED", (string)(await server.Client.RunAsync("probe", Payloads.Probe("ok")))["status"]!);

        // What the failed writes left behind must not end the process when it is collected.
        GC.Collect();
        GC.WaitForPendingFinalizers();
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
