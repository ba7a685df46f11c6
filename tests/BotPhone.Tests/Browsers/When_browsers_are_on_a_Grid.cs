using BotPhone.Jobs;
using BotPhone.PortalSimulator;
using BotPhone.PortalSimulator.Digitalnet;
using BotPhone.PortalSimulator.Embratel;
using BotPhone.PortalSimulator.Oi;
using BotPhone.PortalSimulator.Sat;
using BotPhone.PortalSimulator.Vivo;
using BotPhone.Tests.Kit;
using BotPhone.Sdk;
using BotPhone.Tests.Sat;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace BotPhone.Tests.Browsers;

/// <summary>The same plugins, unchanged, with no browser on the server's own machine.</summary>
[Collection(OneBrowserTestAtATime.Name)]
public sealed class When_browsers_are_on_a_Grid : IAsyncLifetime
{
    private GridServer _grid = null!;

    public async Task InitializeAsync() => _grid = await SharedGrid.GetAsync();

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public Task OI_brings_its_invoice() => AssertBroughtAsync("Oi", OiData.Simple);

    [Fact]
    public Task VIVO_brings_its_invoice() => AssertBroughtAsync("Vivo", VivoData.Simple);

    [Fact]
    public Task EMBRATEL_brings_its_invoice() => AssertBroughtAsync("Embratel", EmbratelData.Simple);

    [Fact]
    public Task DIGITALNET_brings_its_invoice() => AssertBroughtAsync("Digitalnet", DigitalnetData.Simple);

    [Fact]
    public async Task SAT_registers_a_file_which_goes_to_the_Grid_and_stays_no_longer_than_its_browser()
    {
        await using var sat = await SatServer.StartAsync(_grid.Settings);
        sat.AssertRegistered(await sat.RunAsync(SatData.Simple), SatData.Simple);
        await Until.TrueAsync(async () => (await _grid.SessionsAsync()).Count == 0, "the browser that had the file is gone");
    }

    [Fact]
    public async Task A_file_that_is_too_large_is_not_fetched()
    {
        await using var site = await Site.StartAsync(app => app.MapGet("/big.pdf", () => Results.Bytes(new byte[2 * 1024 * 1024], "application/pdf", "big.pdf")), ("/", "<a id=d href='/big.pdf' download>baixar</a>"));
        await using var server = await TestServer.StartAsync([.. _grid.Settings, "--Browser:MaxDownloadBytes=1048576"]);
        await using var session = await server.Services.GetRequiredService<IBrowsers>().OpenAsync(new SessionNeeds(PortalServer.ThisMachine, NullLogger.Instance), default);
        await session.Portal.GoAsync(site.Address);
        var failure = await Assert.ThrowsAsync<OperatorException>(() => session.Portal.DownloadAsync(new Selector { Name = "Baixar", Css = "#d" }));
        Assert.Equal((ErrorCode.WrongInvoice, "o arquivo tem mais de 1 MiB: não é uma fatura"), (failure.Code, failure.Message));
    }

    [Fact]
    public async Task A_Grid_that_is_away_is_no_portals_fault_and_is_used_again_when_it_is_back()
    {
        await using var grid = await GridServer.StartAsync();
        await using var oi = await PortalServer.StartAsync("Oi", [.. grid.Settings, "--Jobs:MaxAttempts=1"]);
        Assert.Equal("COMPLETED", (string)(await oi.RunAsync(OiData.Simple))["status"]!);
        grid.Kill();
        var failed = await oi.RunAsync(OiData.OneDigitApart);
        Assert.Equal("NAV_PORTAL_INDISPONIVEL", (string)failed["error_code"]!);
        Assert.Contains("o navegador não pôde ser iniciado", (string)failed["error"]!, StringComparison.Ordinal);
        Assert.Contains("O navegador não pôde ser iniciado: ", oi.Server.Log.Text, StringComparison.Ordinal);
        await grid.RestartAsync();
        Assert.Equal("COMPLETED", (string)(await oi.RunAsync(OiData.OneDigitApart))["status"]!);
    }

    [Fact]
    public async Task A_browser_that_the_Grid_ends_is_no_operators_fault()
    {
        await using var oi = await PortalServer.StartAsync("Oi", [.. _grid.Settings, "--Jobs:MaxAttempts=1"]);
        var id = await oi.SubmitAsync(OiData.Simple);
        await Until.TrueAsync(async () => (await oi.Server.Client.StatusAsync(id))["logs"]!.AsArray().Any(line => (string)line!["message"]! == "Entrando"), "it is in the portal");
        await _grid.EndAllAsync();
        var failed = await oi.Server.Client.EndOfAsync(id);
        Assert.True((string?)failed["error_code"] is "NAV_PORTAL_INDISPONIVEL" or "TEMPO_PAGINA", failed.ToJsonString());
        Assert.Equal("COMPLETED", (string)(await oi.RunAsync(OiData.OneDigitApart))["status"]!);
    }

    [Fact]
    public async Task A_server_that_was_killed_ends_what_it_left_there_when_it_starts_again()
    {
        await using var portal = await Simulator.StartAsync(new SimulatorOptions { Portals = ["OI"] });
        using var folder = new TemporaryFolder();
        folder.Drop("Oi");
        string[] settings = [.. _grid.Settings, .. portal.Settings.Select(setting => $"--{setting.Key}={setting.Value}")];
        await using (var server = await PublishedServer.StartAsync(folder, settings))
        {
            var token = await PublishedServer.TokenAsync(folder);
            using var client = new ApiClient(server.Address, token);
            Assert.Equal("COMPLETED", (string)(await client.RunAsync("OI", PortalServer.Payload(OiData.Simple)))["status"]!);
            await server.KillAsync();
        }

        Assert.NotEmpty(await _grid.SessionsAsync());
        await using var again = await PublishedServer.StartAsync(folder, settings);
        await Until.TrueAsync(async () => (await _grid.SessionsAsync()).Count == 0, "its sessions are ended");
    }

    [Fact]
    public async Task Who_takes_over_the_jobs_of_a_node_that_was_killed_ends_its_browsers()
    {
        await using var portal = await Simulator.StartAsync(new SimulatorOptions { Portals = ["OI"] });
        portal.Inject(new Trouble { Portal = "OI", Kind = "T08", Times = 1, Seconds = 40 });
        await using var cluster = await ClusterOfNodes.StartWithAsync(["Oi"], 2, null, [.. _grid.Settings, .. portal.Settings.Select(setting => $"--{setting.Key}={setting.Value}")]);
        var id = await cluster.Nodes[0].Client.SubmitAsync("OI", PortalServer.Payload(OiData.Simple));
        await Until.TrueAsync(async () => (await _grid.SessionsAsync()).Count == 1, "its browser is there");
        var owner = Assert.Single(await _grid.SessionsAsync()).Name;
        var dying = cluster.Nodes.Single(node => owner.EndsWith(node.Name, StringComparison.Ordinal));
        await dying.Server.KillAsync();
        Assert.Equal("COMPLETED", (string)(await cluster.Nodes.Single(node => node != dying).Client.EndOfAsync(id))["status"]!);
        Assert.DoesNotContain(await _grid.SessionsAsync(), session => session.Name == owner);
    }

    [Theory]
    [InlineData("--Browser:RemoteUrl=grid")]
    [InlineData("--Browser:RemoteUrl=http://quem:segredo@grid:4444")]
    [InlineData("--Browser:RemoteUrl=http://grid:4444", "--Browser:Kind=firefox")]
    [InlineData("--Browser:RemoteUrl=http://grid:4444", "--Browser:Driver=/bin/sh")]
    [InlineData("--Browser:GateAddress=grid")]
    public async Task Settings_that_make_no_sense_are_named(params string[] settings)
    {
        using var folder = new TemporaryFolder();
        var (exitCode, _, error) = await PublishedServer.RunAsync(folder, ["serve", "--Urls=http://127.0.0.1:0", .. settings]);
        Assert.Equal(1, exitCode);
        Assert.Contains(settings[0].StartsWith("--Browser:Gate", StringComparison.Ordinal) ? "Browser:GateAddress deve ser" : "Browser:RemoteUrl ", error, StringComparison.Ordinal);
        Assert.DoesNotContain("segredo", error, StringComparison.Ordinal);
    }

    private async Task AssertBroughtAsync(string portal, SimulatedCase wanted)
    {
        await using (var server = await PortalServer.StartAsync(portal, _grid.Settings))
        {
            server.AssertBrought(await server.RunAsync(wanted), wanted);
            Assert.All(await _grid.SessionsAsync(), session => Assert.StartsWith("botphone ", session.Name, StringComparison.Ordinal));
            Assert.NotEmpty(await _grid.SessionsAsync());
            Assert.Empty(_grid.Downloads());
            Assert.Empty(SessionProcesses.Of(File.ReadAllText(Directory.GetFiles(Path.Combine(server.Server.DataPath, "sessions")).Single())));
        }

        Assert.Empty(await _grid.SessionsAsync());
    }
}
