using System.Diagnostics;
using System.Text.Json.Nodes;
using BotPhone.Tests.Kit;

namespace BotPhone.Tests.Operators;

/// <summary>
/// Two versions of an operator take each other's place under a steady load, in the published program: no job is lost, none fails, each runs on one version,
/// and the old versions leave the memory.
/// </summary>
public class When_versions_are_swapped_again_and_again
{
    /// <summary>How often; a thousand times is too long for every run of the tests.</summary>
    private static readonly int Swaps = int.TryParse(Environment.GetEnvironmentVariable("BOTPHONE_TEST_SWAPS"), out var swaps) ? swaps : 100;

    private static readonly TimeSpan Pace = TimeSpan.FromMilliseconds(200);

    [Fact]
    public async Task No_job_is_lost_and_nothing_piles_up()
    {
        using var folder = new TemporaryFolder();
        await using var server = await PublishedServer.StartAsync(folder, "--Operators:Settle=00:00:00.02");
        var token = await PublishedServer.TokenAsync(folder);
        using var client = new ApiClient(server.Address, token);
        await SwapAsync(folder, server, client, 0);

        using var stop = new CancellationTokenSource();
        var load = Task.Run(() => LoadAsync(client, stop.Token));
        var (warm, before) = (Math.Max(50, Swaps / 10), 0L);
        for (var i = 1; i <= Swaps; i++)
        {
            await SwapAsync(folder, server, client, i);
            if (i == warm) before = ResidentOf(server);
        }

        var after = ResidentOf(server);
        await stop.CancelAsync();
        var ids = await load;
        Assert.NotEmpty(ids);
        foreach (var id in ids) AssertRanOnOneVersion(await client.EndOfAsync(id));

        await Until.TrueAsync(async () => (await client.GetAsync("/operadoras"))["saindo"]!.AsArray().Count <= 1, "the old versions leave the memory");
        Assert.InRange(after, 0, before + (before / 10));
    }

    private static async Task SwapAsync(TemporaryFolder folder, PublishedServer server, ApiClient client, int number)
    {
        var (project, version) = number % 2 == 1 ? ("SwapNext", "2.0.0") : ("Swap", "1.0.0");
        await File.WriteAllTextAsync(Path.Combine(folder.Drop(project, "Swap"), "operator.json"), $$"""{ "Address": "{{server.Address}}", "Word": "carga" }""");
        await Until.TrueAsync(
            async () => (await client.GetAsync("/operadoras"))["operadoras"]!.AsArray().Any(one => (string)one!["version"]! == version), $"{version} serves");
    }

    // Steady, with three under way; not so many that their history alone is what grows.
    private static async Task<List<string>> LoadAsync(ApiClient client, CancellationToken stop)
    {
        var ids = new List<string>();
        while (!stop.IsCancellationRequested)
        {
            ids.Add(await client.SubmitAsync("swap", Deploys.Request));
            if (ids.Count >= 3) await client.EndOfAsync(ids[^3]);
            await Task.Delay(Pace, TimeProvider.System, stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        return ids;
    }

    private static void AssertRanOnOneVersion(JsonNode status)
    {
        Assert.True((string)status["status"]! == "COMPLETED", status.ToJsonString());
        var version = (string)status["operator_version"]!;
        Assert.StartsWith($"Começou na {version}, terminou na {version}", Deploys.WordsOf(status), StringComparison.Ordinal);
    }

    private static long ResidentOf(PublishedServer server)
    {
        using var process = Process.GetProcessById(server.ProcessId);
        return process.WorkingSet64;
    }
}
