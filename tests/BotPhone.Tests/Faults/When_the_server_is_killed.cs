using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using BotPhone.Hosting;
using BotPhone.Invoices;
using BotPhone.PortalSimulator;
using BotPhone.PortalSimulator.Oi;
using BotPhone.Tests.Kit;

namespace BotPhone.Tests.Faults;

/// <summary>
/// With <c>kill -9</c>, again and again: what was acknowledged ends exactly once, nothing is run twice that may not be, and nothing is
/// left behind.
/// </summary>
[Collection(OneCrowdAtATime.Name)]
[Trait("Keeps", "files")]
public sealed class When_the_server_is_killed : IDisposable
{
    private static readonly int Kills = int.TryParse(Environment.GetEnvironmentVariable("BOTPHONE_TEST_KILLS"), out var kills) ? kills : 10;
    private readonly TemporaryFolder _folder = new();
    private readonly int _port = FreePort.Find();
    private readonly Dictionary<string, string> _accepted = [];

    public When_the_server_is_killed()
    {
        foreach (var plugin in new[] { "Probe", "Once", "Oi" }) _folder.Drop(plugin);
    }

    public static TheoryData<string> Steps => [.. CrashPoint.All];

    private string Restartable => _folder.File("restartable");

    private string Once => _folder.File("once");

    public void Dispose()
    {
        // A test that failed may have left a server's browsers behind.
        foreach (var id in SessionProcesses.OfServer(_folder.File("data"))) ProcessTree.Kill(id);
        _folder.Dispose();
    }

    [Fact]
    public async Task At_random_moments_every_acknowledged_job_ends_once_and_nothing_is_left()
    {
        await using var portal = await Simulator.StartAsync(new SimulatorOptions { Portals = ["OI"] });
        string[] settings = [.. Settings, .. portal.Settings.Select(setting => $"--{setting.Key}={setting.Value}"), PortalServer.Offline];
        var token = await PublishedServer.TokenAsync(_folder);
        // The same moments in every run.
        var random = new Random(20_260_101);
        for (var kill = 0; kill < Kills; kill++)
        {
            await using var server = await PublishedServer.StartAsync(_folder, _port, settings);
            using var client = new ApiClient(server.Address, token);
            using var dead = new CancellationTokenSource();
            var feeding = FeedAsync(client, kill, dead.Token);
            await Task.Delay(TimeSpan.FromMilliseconds(random.Next(50, 2000)), TimeProvider.System);
            await server.KillAsync();
            await dead.CancelAsync();
            await feeding;
        }

        await using (var server = await PublishedServer.StartAsync(_folder, _port, settings))
        {
            using var client = new ApiClient(server.Address, token);
            foreach (var (id, route) in _accepted) AssertEndedOnce(await client.EndOfAsync(id), route);
            Assert.Equal(0, await server.StopAsync());
        }

        Assert.True(_accepted.Count > Kills, $"{_accepted.Count} jobs were accepted");
        await AssertNothingLeftAsync();
        Assert.DoesNotContain(File.ReadAllLines(Once).GroupBy(filter => filter), runs => runs.Count() > 1);
    }

    [Theory]
    [MemberData(nameof(Steps))]
    public async Task After_any_step_a_restartable_job_is_done(string step)
    {
        var (status, runs) = await CrashAsync(step, "probe", Restartable);
        Assert.True((string)status["status"]! == "COMPLETED", status.ToJsonString());
        Assert.InRange(runs, 1, 2);
    }

    [Theory]
    [MemberData(nameof(Steps))]
    public async Task After_any_step_one_that_must_not_run_twice_does_not(string step)
    {
        var (status, runs) = await CrashAsync(step, "once", Once);
        AssertEndedOnce(status, "once");
        Assert.InRange(runs, 0, 1);
    }

    // The client sends its request with a key until it is answered, as the guide tells it to.
    private async Task<(JsonNode Status, int Runs)> CrashAsync(string step, string route, string effects)
    {
        var token = await PublishedServer.TokenAsync(_folder);
        await using (var server = await PublishedServer.StartAsync(_folder, new Dictionary<string, string> { ["BOTPHONE_CRASH_AFTER"] = step }, Settings))
        {
            using var client = new ApiClient(server.Address, token);
            await SubmitAsync(client, route, "ok", "chave", default);
            await server.EndAsync();
        }

        await using (var server = await PublishedServer.StartAsync(_folder, _port, Settings))
        {
            using var client = new ApiClient(server.Address, token);
            var id = await SubmitAsync(client, route, "ok", "chave", default);
            Assert.True(_accepted.Count == 1 && _accepted.ContainsKey(id!), "the same key gives the same job");
            var status = await client.EndOfAsync(id!);
            Assert.Equal(1, (int)(await client.GetAsync("/jobs"))["total_jobs"]!);
            Assert.Equal(0, await server.StopAsync());
            await AssertNothingLeftAsync();
            return (status, File.Exists(effects) ? File.ReadAllLines(effects).Length : 0);
        }
    }

    private async Task FeedAsync(ApiClient client, int round, CancellationToken dead)
    {
        for (var number = 0; !dead.IsCancellationRequested; number++)
        {
            var key = $"{round}-{number}";
            // A few in the browser: each takes seconds, so that more would hold every permit for good.
            var isOi = number == 0 && (round is 0 or 4 or 8);
            if (isOi) await SubmitAsync(client, "OI", PortalServer.Payload(OiData.Simple), $"oi-{round}", dead);
            await SubmitAsync(client, number % 2 == 0 ? "probe" : "once", key, key, dead);
            await Task.Delay(TimeSpan.FromMilliseconds(30), TimeProvider.System, CancellationToken.None);
        }
    }

    private Task<string?> SubmitAsync(ApiClient client, string route, string filter, string key, CancellationToken dead) =>
        SubmitAsync(client, route, Payloads.Probe(filter), key, dead);

    /// <returns>The job's id, or null when the server died before it answered.</returns>
    private async Task<string?> SubmitAsync(ApiClient client, string route, object payload, string key, CancellationToken dead)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/executar/{route}");
        request.Headers.Add("Idempotency-Key", key);
        request.Content = new StringContent(JsonSerializer.Serialize(payload), Encoding.UTF8, "application/json");
        try
        {
            using var response = await client.Http.SendAsync(request, dead);
            var body = await response.Content.ReadAsStringAsync(dead);
            Assert.True(response.StatusCode == HttpStatusCode.OK, body);
            var id = (string)JsonNode.Parse(body)!["job_id"]!;
            _accepted[id] = route;
            return id;
        }
        catch (Exception exception) when (exception is HttpRequestException or OperationCanceledException)
        {
            return null;
        }
    }

    private static void AssertEndedOnce(JsonNode status, string route)
    {
        var id = (string)status["job_id"]!;
        var isDone = (string)status["status"]! == "COMPLETED";
        Assert.True(isDone || (route == "once" && (string)status["error_code"]! == "INTERROMPIDO"), status.ToJsonString());
        Assert.Single(status["logs"]!.AsArray(), line => ((string)line!["message"]!).StartsWith($"Job {id} concluído: ", StringComparison.Ordinal));
        // One that was cut off may have stored its document already, and tells it.
        Assert.InRange(status["documents"]?.AsArray().Count ?? 0, isDone ? 1 : 0, 1);
    }

    private async Task AssertNothingLeftAsync()
    {
        var (exitCode, output, error) = await PublishedServer.RunAsync(_folder, "db", "check");
        Assert.True(exitCode == 0, output + error);
        Assert.Empty(Directory.GetFiles(_folder.File("data/payloads")));
        Assert.Empty(Directory.GetFiles(_folder.File("data/sessions")));
        Assert.Empty(SessionProcesses.OfServer(_folder.File("data")));
        Secrets.AssertInNoFile(_folder.File("data"), Payloads.Password);
    }

    private string[] Settings =>
    [
        $"--Operators:Settings:PROBE:Effects={Restartable}", $"--Operators:Settings:ONCE:Effects={Once}", "--Jobs:RetryPause=00:00:00", "--Jobs:OutagePause=00:00:00",
    ];
}
