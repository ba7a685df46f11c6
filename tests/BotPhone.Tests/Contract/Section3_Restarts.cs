using BotPhone.Tests.Kit;

namespace BotPhone.Tests.Contract;

/// <summary>What was accepted is done, whatever happens to the process.</summary>
public sealed class Section3_Restarts : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public Section3_Restarts() => _folder.Drop("Probe");

    private string Effects => _folder.File("effects");

    private string[] Settings => ["--Jobs:MaxConcurrency=1", $"--Operators:Settings:PROBE:Effects={Effects}"];

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Killed_with_jobs_queued_they_all_run_after_the_next_start_in_order()
    {
        var token = await PublishedServer.TokenAsync(_folder);
        var ids = new List<string>();
        await using (var server = await PublishedServer.StartAsync(_folder, Settings))
        {
            using var client = new ApiClient(server.Address, token);
            for (var i = 0; i < 10; i++) ids.Add(await client.SubmitAsync("probe", Payloads.Probe($"waits:{i}")));
            await Until.TrueAsync(() => Runs().Count == 1, "the first job runs");
            await server.KillAsync();
        }

        await File.WriteAllTextAsync(Effects + ".open", "");
        await using (var server = await PublishedServer.StartAsync(_folder, Settings))
        {
            using var client = new ApiClient(server.Address, token);
            foreach (var id in ids) Assert.Equal("COMPLETED", (string)(await client.EndOfAsync(id))["status"]!);
            Assert.Equal(2, (int)(await client.StatusAsync(ids[0]))["attempt"]!);
        }

        // The first was cut off and ran again, still before all others.
        Assert.Equal(Enumerable.Range(0, 10).Select(i => $"waits:{i}").Prepend("waits:0"), Runs());
    }

    [Fact]
    public async Task Told_to_stop_by_a_signal_it_lets_the_running_job_finish_and_ends_well()
    {
        var token = await PublishedServer.TokenAsync(_folder);
        string id;
        await using (var server = await PublishedServer.StartAsync(_folder, Settings))
        {
            using var client = new ApiClient(server.Address, token);
            id = await client.SubmitAsync("probe", Payloads.Probe("waits"));
            await Until.TrueAsync(() => Runs().Count == 1, "the job runs");
            var stopped = server.StopAsync();
            await Until.TrueAsync(() => !IsListening(server.Address), "the server takes no more");
            await File.WriteAllTextAsync(Effects + ".open", "");
            Assert.Equal(0, await stopped);
        }

        await using (var server = await PublishedServer.StartAsync(_folder, Settings))
        {
            using var client = new ApiClient(server.Address, token);
            var status = await client.StatusAsync(id);
            Assert.Equal(("COMPLETED", 1), ((string)status["status"]!, (int)status["attempt"]!));
        }
    }

    [Fact]
    public async Task Told_to_stop_a_running_job_is_given_back_after_its_time()
    {
        string id;
        await using (var server = await TestServer.StartWithAsync([], [.. Settings, .. Shared, "--Jobs:ShutdownTimeout=00:00:00"]))
        {
            id = await server.Client.SubmitAsync("probe", Payloads.Probe("waits"));
            await Until.TrueAsync(() => Runs().Count == 1, "the job runs");
        }

        await File.WriteAllTextAsync(Effects + ".open", "");
        await using (var server = await TestServer.StartWithAsync([], [.. Settings, .. Shared]))
        {
            var status = await server.Client.EndOfAsync(id);
            Assert.Equal(("COMPLETED", 2), ((string)status["status"]!, (int)status["attempt"]!));
        }
    }

    [Fact]
    public async Task Told_to_stop_a_running_job_may_finish_in_its_time()
    {
        string id;
        await using (var server = await TestServer.StartWithAsync([], [.. Settings, .. Shared]))
        {
            id = await server.Client.SubmitAsync("probe", Payloads.Probe("waits"));
            await Until.TrueAsync(() => Runs().Count == 1, "the job runs");
            await File.WriteAllTextAsync(Effects + ".open", "");
        }

        await using (var server = await TestServer.StartWithAsync([], [.. Settings, .. Shared]))
            Assert.Equal(("COMPLETED", 1), ((string)(await server.Client.StatusAsync(id))["status"]!, (int)(await server.Client.StatusAsync(id))["attempt"]!));
    }

    private string[] Shared => [$"--Data:Path={_folder.File("data")}", $"--Operators:Path={_folder.File("plugins")}"];

    private static bool IsListening(Uri address)
    {
        using var socket = new System.Net.Sockets.Socket(System.Net.Sockets.SocketType.Stream, System.Net.Sockets.ProtocolType.Tcp);
        try
        {
            socket.Connect(address.Host, address.Port);
            return true;
        }
        catch (System.Net.Sockets.SocketException)
        {
            return false;
        }
    }

    private IReadOnlyList<string> Runs() => File.Exists(Effects) ? File.ReadAllLines(Effects) : [];
}
