using BotPhone.PortalSimulator;
using BotPhone.PortalSimulator.Digitalnet;
using BotPhone.PortalSimulator.Embratel;
using BotPhone.PortalSimulator.Oi;
using BotPhone.PortalSimulator.Sat;
using BotPhone.PortalSimulator.Vivo;
using BotPhone.Tests.Kit;
using BotPhone.Tests.Sat;

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
            var status = await server.RunAsync(wanted);
            Assert.True((string)status["status"]! == "COMPLETED", server.Server.Log.Text);
            Assert.Equal(wanted.Expected!.DueDate.ToString("dd/MM/yyyy", null), (string)status["documents"]![0]!["fatura"]!["vencimento"]!);
            Assert.All(await _grid.SessionsAsync(), session => Assert.StartsWith("botphone ", session.Name, StringComparison.Ordinal));
            Assert.NotEmpty(await _grid.SessionsAsync());
            Assert.Empty(_grid.Downloads());
            Assert.Empty(SessionProcesses.Of(File.ReadAllText(Directory.GetFiles(Path.Combine(server.Server.DataPath, "sessions")).Single())));
        }

        Assert.Empty(await _grid.SessionsAsync());
    }
}
