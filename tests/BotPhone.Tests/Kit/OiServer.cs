using System.Text.Json.Nodes;
using BotPhone.PortalSimulator;
using BotPhone.PortalSimulator.Oi;

namespace BotPhone.Tests.Kit;

/// <summary>The whole server with the OI plugin loaded from disk, and a simulated OI portal, driven through a real Chromium.</summary>
internal sealed class OiServer : IAsyncDisposable
{
    /// <summary>Keeps the browser from asking the network anything.</summary>
    public const string Offline = "--Browser:Arguments:0=--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost";

    private OiServer(Simulator portal, TestServer server)
    {
        Portal = portal;
        Server = server;
    }

    public Simulator Portal { get; }

    public TestServer Server { get; }

    public IReadOnlyList<SimulatedEvent> LoginPosts => [.. Portal.Events.Where(seen => seen.Kind == EventKind.LoginPost)];

    public IReadOnlyList<SimulatedEvent> Pdfs => [.. Portal.Events.Where(seen => seen.Kind == EventKind.Pdf)];

    public static async Task<OiServer> StartAsync(params string[] settings) => await StartAsync(new OiOptions(), settings);

    public static async Task<OiServer> StartAsync(OiOptions options, params string[] settings)
    {
        var portal = await Simulator.StartAsync(new SimulatorOptions { Oi = options });
        try
        {
            var server = await TestServer.StartWithAsync(
                ["Oi"],
                [
                    $"--Operators:Settings:OI:Address={portal.OiPortal}", Offline,
                    "--Browser:ElementTimeout=00:00:10", "--Browser:PageTimeout=00:00:20", "--Browser:DownloadTimeout=00:00:10", .. settings,
                ]);
            return new OiServer(portal, server);
        }
        catch
        {
            await portal.DisposeAsync();
            throw;
        }
    }

    public Task<string> SubmitAsync(OiCase @case) => Server.Client.SubmitAsync("OI", Payload(@case));

    public Task<JsonNode> RunAsync(OiCase @case) => Server.Client.RunAsync("OI", Payload(@case));

    public async ValueTask DisposeAsync()
    {
        await Server.DisposeAsync();
        await Portal.DisposeAsync();
    }

    public static object Payload(OiCase @case, string? password = null) =>
        new { login = @case.Login.User, senha = password ?? @case.Login.Password, filtro = @case.Account, cnpj = @case.Cnpj };
}
