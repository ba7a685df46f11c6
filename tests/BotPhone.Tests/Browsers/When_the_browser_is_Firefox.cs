using BotPhone.PortalSimulator;
using BotPhone.PortalSimulator.Digitalnet;
using BotPhone.PortalSimulator.Embratel;
using BotPhone.PortalSimulator.Oi;
using BotPhone.PortalSimulator.Sat;
using BotPhone.PortalSimulator.Vivo;
using BotPhone.Tests.Kit;
using BotPhone.Tests.Sat;

namespace BotPhone.Tests.Browsers;

/// <summary>The same plugins, unchanged.</summary>
[Collection(OneBrowserTestAtATime.Name)]
public class When_the_browser_is_Firefox
{
    private static readonly string[] Firefox = ["--Browser:Kind=firefox", "--Browser:Arguments:0=-no-remote"];

    [FirefoxFact]
    public Task OI_brings_its_invoice() => AssertBroughtAsync("Oi", OiData.Simple);

    [FirefoxFact]
    public Task VIVO_brings_its_invoice() => AssertBroughtAsync("Vivo", VivoData.Simple);

    [FirefoxFact]
    public Task EMBRATEL_brings_its_invoice() => AssertBroughtAsync("Embratel", EmbratelData.Simple);

    [FirefoxFact]
    public Task DIGITALNET_brings_its_invoice() => AssertBroughtAsync("Digitalnet", DigitalnetData.Simple);

    [FirefoxFact]
    public async Task SAT_registers_a_file()
    {
        await using var sat = await SatServer.StartAsync(Firefox);
        sat.AssertRegistered(await sat.RunAsync(SatData.Simple), SatData.Simple);
    }

    /// <summary>What is said where the browser or its driver is missing, at the start and not at the first job.</summary>
    [Fact]
    public async Task Without_its_driver_the_start_says_what_to_do()
    {
        using var folder = new TemporaryFolder();
        var (exitCode, _, error) = await PublishedServer.RunAsync(folder, "serve", "--Browser:Kind=firefox", "--Browser:Binary=/bin/sh", "--Browser:Driver=/nowhere/geckodriver");
        Assert.Equal(1, exitCode);
        Assert.Contains("Browser:Driver: o arquivo '/nowhere/geckodriver' não existe", error, StringComparison.Ordinal);
    }

    private static async Task AssertBroughtAsync(string portal, SimulatedCase wanted)
    {
        await using var server = await PortalServer.StartAsync(portal, Firefox);
        server.AssertBrought(await server.RunAsync(wanted), wanted);
    }
}
