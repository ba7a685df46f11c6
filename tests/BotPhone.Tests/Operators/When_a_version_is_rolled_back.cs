using BotPhone.Tests.Kit;

namespace BotPhone.Tests.Operators;

/// <summary>The version before the present one is kept, and comes back by command or when the new one shows itself unfit.</summary>
public class When_a_version_is_rolled_back
{
    [Fact]
    public async Task A_version_whose_first_jobs_all_fail_by_its_own_fault_gives_way_to_the_one_before()
    {
        await using var server = await Deploys.StartAsync("--Operators:CanaryJobs=3");
        await using var events = await EventClient.OpenAsync(server.Address);
        Assert.EndsWith("com um", await server.RunAsync(), StringComparison.Ordinal);
        server.Configure("quebrada");
        for (var failed = 0; failed < 3;)
        {
            var status = await server.Client.RunAsync("swap", Deploys.Request);
            if ((string?)status["error_code"] == "PLUGIN_FALHOU") failed++;
        }

        await Until.TrueAsync(() => server.Log.Text.Contains("os primeiros 3 jobs falharam por culpa dela", StringComparison.Ordinal), "it is rolled back");
        await Until.TrueAsync(async () => (string)(await server.Client.RunAsync("swap", Deploys.Request))["status"]! == "COMPLETED", "the version before serves");
        await events.UntilAsync(() => events.Of("operator").Any(one => (string)one["state"]! == "rolled_back"), "the roll-back is told");
        Assert.Contains("\"um\"", await File.ReadAllTextAsync(Path.Combine(server.PathOf("Swap"), "operator.json")), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--Operators:CanaryJobs=0", true)]
    [InlineData("--Operators:CanaryJobs=2", false)]
    public async Task One_that_nothing_speaks_against_stays(string setting, bool isBroken)
    {
        await using var server = await Deploys.StartAsync(setting);
        await server.RunAsync();
        server.Configure(isBroken ? "quebrada" : "boa");
        await Until.TrueAsync(() => server.Log.Text.Contains("no lugar da", StringComparison.Ordinal), "the new settings serve");
        for (var i = 0; i < 3; i++) Assert.Equal(isBroken ? "FAILED" : "COMPLETED", (string)(await server.Client.RunAsync("swap", Deploys.Request))["status"]!);
        Assert.DoesNotContain("volta a versão", server.Log.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_command_brings_the_one_before_back_into_a_running_server()
    {
        using var folder = new TemporaryFolder();
        folder.Drop("Swap");
        await using var server = await PublishedServer.StartAsync(folder);
        var token = await PublishedServer.TokenAsync(folder);
        using var client = new ApiClient(server.Address, token);
        async Task ServesAsync(string version) => await Until.TrueAsync(
            async () => (await client.GetAsync("/operadoras"))["operadoras"]!.AsArray().Any(one => (string)one!["version"]! == version), $"{version} serves");

        await ServesAsync("1.0.0");
        var early = await PublishedServer.RunAsync(folder, "operators", "rollback", "SWAP");
        Assert.Equal((1, "Não há versão anterior da operadora 'SWAP' para devolver"), (early.ExitCode, early.Error.Trim()));

        folder.Drop("SwapNext", "Swap");
        await ServesAsync("2.0.0");
        var (exitCode, output, _) = await PublishedServer.RunAsync(folder, "operators", "rollback", "SWAP");
        Assert.Equal((0, "SWAP: a versão 1.0.0 volta ao lugar da 2.0.0"), (exitCode, output.Trim()));
        await ServesAsync("1.0.0");
        Assert.Equal("COMPLETED", (string)(await client.RunAsync("swap", Deploys.Request))["status"]!);

        await PublishedServer.RunAsync(folder, "operators", "rollback", "SWAP");
        await ServesAsync("2.0.0");
    }
}
