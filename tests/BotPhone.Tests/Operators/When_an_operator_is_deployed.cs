using System.IO.Compression;
using System.Net;
using BotPhone.Tests.Kit;

namespace BotPhone.Tests.Operators;

/// <summary>A folder of a running server is the whole interface: what is put there serves, what is taken away does not.</summary>
public class When_an_operator_is_deployed
{
    [Fact]
    public async Task A_new_folder_serves_by_itself()
    {
        await using var server = await TestServer.StartAsync();
        Assert.Equal(HttpStatusCode.NotFound, (await server.Client.SendAsync(HttpMethod.Post, "/executar/swap", "{}")).Status);
        server.Deploy("Swap");
        await server.ServesAsync("1.0.0");
        server.Configure("novo");
        await Until.TrueAsync(async () => (await server.RunAsync()).Contains("novo", StringComparison.Ordinal), "the settings are taken");
        Assert.Contains("Operadora SWAP 1.0.0 carregada", server.Log.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_version_takes_its_place_and_a_client_that_listens_hears_of_it()
    {
        await using var server = await Deploys.StartAsync();
        await using var events = await EventClient.OpenAsync(server.Address);
        server.Deploy("SwapNext");
        server.Configure("dois");
        await server.ServesAsync("2.0.0");
        await Until.TrueAsync(async () => await server.RunAsync() == "Começou na 2.0.0, terminou na 2.0.0, com dois", "both the assembly and the settings are new");
        await events.UntilAsync(() => events.Of("operator").Any(one => (string)one["version"]! == "2.0.0" && (string)one["state"]! == "loaded"), "the new version is told");
        Assert.Contains("/executar/swap", await server.Client.Http.GetStringAsync("/openapi.json"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Settings_alone_are_taken_with_the_same_assembly()
    {
        await using var server = await Deploys.StartAsync();
        server.Configure("primeira");
        await Until.TrueAsync(async () => (await server.RunAsync()).EndsWith("com primeira", StringComparison.Ordinal), "the first word is taken");
        server.Configure("segunda");
        await Until.TrueAsync(async () => (await server.RunAsync()).EndsWith("com segunda", StringComparison.Ordinal), "the second word is taken");
        Assert.Empty((await server.Client.GetAsync("/operadoras"))["saindo"]!.AsArray());
    }

    [Theory]
    [InlineData("Explodes", "no licence for this machine")]
    [InlineData("NoExports", "não exporta nenhuma operadora")]
    public async Task A_version_that_fails_a_check_never_serves_and_the_old_one_stays(string project, string reason)
    {
        await using var server = await Deploys.StartAsync();
        server.Configure("boa");
        await Until.TrueAsync(async () => (await server.RunAsync()).EndsWith("com boa", StringComparison.Ordinal), "the settings are taken");
        File.Copy(Path.Combine(Repository.OutputOf(project), $"{project}.dll"), Path.Combine(server.PathOf("Swap"), "Swap.dll"), overwrite: true);
        Assert.Contains(reason, await server.RejectionAsync("Swap"), StringComparison.Ordinal);
        Assert.Equal("Começou na 1.0.0, terminou na 1.0.0, com boa", await server.RunAsync());

        server.Deploy("SwapNext");
        server.Configure("curada");
        await server.ServesAsync("2.0.0");
        Assert.Empty((await server.Client.GetAsync("/operadoras"))["rejeitadas"]!.AsArray());
    }

    [Fact]
    public async Task Settings_that_make_no_sense_leave_the_old_ones()
    {
        await using var server = await Deploys.StartAsync();
        await File.WriteAllTextAsync(Path.Combine(server.PathOf("Swap"), "operator.json"), """{ "Word": 1 """);
        Assert.Contains("operator.json", await server.RejectionAsync("Swap"), StringComparison.Ordinal);
        Assert.NotNull(await server.ServingAsync());
    }

    [Fact]
    public async Task A_copy_under_way_is_not_loaded()
    {
        await using var server = await TestServer.StartAsync("--Operators:Settle=00:00:02");
        var whole = await File.ReadAllBytesAsync(Path.Combine(Repository.OutputOf("Swap"), "Swap.dll"));
        Directory.CreateDirectory(server.PathOf("Swap"));
        File.Copy(Path.Combine(Repository.OutputOf("Swap"), "operator.json"), Path.Combine(server.PathOf("Swap"), "operator.json"));
        await using (var copy = File.Create(Path.Combine(server.PathOf("Swap"), "Swap.dll")))
        {
            for (var i = 0; i < whole.Length; i += 1024)
            {
                await copy.WriteAsync(whole.AsMemory(i, Math.Min(1024, whole.Length - i)));
                await copy.FlushAsync();
                await Task.Delay(TimeSpan.FromMilliseconds(50), TimeProvider.System);
            }
        }

        await server.ServesAsync("1.0.0");
        Assert.DoesNotContain("Swap não foi carregada", server.Log.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_that_is_taken_away_is_404_and_what_waits_for_it_waits_until_it_is_back()
    {
        await using var server = await TestServer.StartWithAsync(["Probe"], "--Jobs:MaxConcurrency=1");
        var running = await server.Client.SubmitAsync("probe", Payloads.Probe("waits"));
        await Until.TrueAsync(() => server.Runs().Count == 1, "the first job runs");
        var waiting = await server.Client.SubmitAsync("probe", Payloads.Probe("12345678"));
        Directory.Delete(server.PathOf("Probe"), recursive: true);
        await Until.TrueAsync(async () => await server.ServingAsync("PROBE") is null, "it is gone");
        Assert.Equal(HttpStatusCode.NotFound, (await server.Client.SendAsync(HttpMethod.Post, "/executar/probe", "{}")).Status);

        server.OpenGate();
        Assert.Equal("COMPLETED", (string)(await server.Client.EndOfAsync(running))["status"]!);
        Assert.Equal("PENDING", (string)(await server.Client.StatusAsync(waiting))["status"]!);

        server.Deploy("Probe", "Probe");
        Assert.Equal("COMPLETED", (string)(await server.Client.EndOfAsync(waiting))["status"]!);
    }

    [Fact]
    public async Task A_twin_serves_once_the_first_is_taken_away()
    {
        await using var server = await TestServer.StartAsync();
        server.Deploy("Twin", "Twin");
        Assert.Contains("já é de 'Probe'", await server.RejectionAsync("Twin"), StringComparison.Ordinal);
        Directory.Delete(server.PathOf("Probe"), recursive: true);
        await Until.TrueAsync(async () => (string?)(await server.ServingAsync("PROBE"))?["route"] == "twin", "the twin serves");
    }

    [Theory]
    [InlineData("Swap.zip", "")]
    [InlineData("swap-1.0.zip", "Swap/")]
    [InlineData("Swap.1.0.0.nupkg", "lib/net10.0/")]
    public async Task A_package_serves_as_its_folder_would(string file, string root)
    {
        await using var server = await TestServer.StartAsync();
        Pack(server, file, root, "Swap");
        await server.ServesAsync("1.0.0");
        Pack(server, file, root, "SwapNext");
        await server.ServesAsync("2.0.0");
        File.Delete(server.PathOf(file));
        await Until.TrueAsync(async () => await server.ServingAsync() is null, "it is gone");
    }

    [Fact]
    public async Task A_package_that_leaves_its_folder_is_refused()
    {
        await using var server = await TestServer.StartAsync();
        using (var zip = ZipFile.Open(server.PathOf("Bad.zip"), ZipArchiveMode.Create)) zip.CreateEntry("../Bad.dll");
        Assert.Contains("sai da pasta", await server.RejectionAsync("Bad.zip"), StringComparison.Ordinal);
        await File.WriteAllTextAsync(server.PathOf("Worse.zip"), "PK, and nothing behind it");
        Assert.Contains("corrompido", await server.RejectionAsync("Worse.zip"), StringComparison.Ordinal);
    }

    private static void Pack(TestServer server, string file, string root, string project)
    {
        var beside = server.Folder.File(file);
        using (var zip = ZipFile.Open(beside, ZipArchiveMode.Create))
        {
            if (file.EndsWith(".nupkg", StringComparison.Ordinal)) zip.CreateEntry("Swap.nuspec");
            foreach (var one in Directory.GetFiles(Repository.OutputOf(project))) zip.CreateEntryFromFile(one, root + Path.GetFileName(one));
        }

        File.Move(beside, server.PathOf(file), overwrite: true);
    }
}
