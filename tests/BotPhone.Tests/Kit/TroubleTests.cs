using System.Text.Json.Nodes;
using BotPhone.PortalSimulator;

namespace BotPhone.Tests.Kit;

/// <summary>Something is wrong at a portal: the job ends in the code that says what, after as many attempts as the code allows.</summary>
/// <param name="portal">The plugin's folder, such as <c>Oi</c>.</param>
/// <param name="usual">What is asked for where nothing else is said.</param>
/// <param name="settings">More settings of the server.</param>
public abstract class TroubleTests(string portal, SimulatedCase usual, params string[] settings)
{
    private static readonly string[] Impatient =
        ["--Jobs:MaxAttempts=2", "--Browser:ElementTimeout=00:00:08", "--Browser:PageTimeout=00:00:10", "--Browser:DownloadTimeout=00:00:08"];

    private static readonly string[] Patient = [.. Impatient, "--Browser:ElementTimeout=00:00:20", "--Browser:PageTimeout=00:00:30"];

    /// <param name="trouble">What goes wrong.</param>
    /// <param name="code">How the job must end.</param>
    /// <param name="attempts">How often it must have been run.</param>
    /// <param name="says">A part of the error.</param>
    /// <param name="logins">How often someone must have signed in; null: however often.</param>
    /// <param name="logouts">How often someone must have signed out; null: however often.</param>
    /// <param name="wanted">Another invoice than the usual one.</param>
    protected async Task AssertFailsAsync(
        Trouble trouble, string code, int attempts, string says = "", int? logins = null, int? logouts = null, SimulatedCase? wanted = null)
    {
        await using var server = await PortalServer.StartAsync(portal, [.. Impatient, .. settings]);
        server.Portal.Inject(trouble);
        AssertFailed(server, await server.RunAsync(wanted ?? usual), code, attempts, says);
        if (logins is not null) Assert.Equal(logins, server.LoginPosts.Count);
        if (logouts is not null) Assert.Equal(logouts, server.Seen(EventKind.Logout).Count);
        Assert.Empty(server.Seen(EventKind.NewPasswordPost));
        Assert.Empty(server.Seen(EventKind.TermsAccepted));
    }

    /// <param name="trouble">What goes wrong.</param>
    /// <param name="attempts">How often the job must have been run.</param>
    /// <param name="wanted">Another invoice than the usual one.</param>
    protected async Task AssertSucceedsAsync(Trouble trouble, int attempts = 1, SimulatedCase? wanted = null)
    {
        await using var server = await PortalServer.StartAsync(portal, [.. Patient, .. settings]);
        server.Portal.Inject(trouble);
        await AssertBroughtAsync(server, await server.RunAsync(wanted ?? usual), wanted ?? usual, attempts);
    }

    protected async Task AssertWrongPasswordIsSentOnceAsync()
    {
        await using var server = await PortalServer.StartAsync(portal);
        var status = await server.RunAsync(usual, password: "errada&Ção%9");
        AssertFailed(server, status, "AUTH_CREDENCIAIS_INVALIDAS", 1);
        Assert.StartsWith("Erro de autenticação na operadora: ", (string)status["error"]!, StringComparison.Ordinal);
        Assert.Equal("senha_invalida", Assert.Single(server.LoginPosts).Result);
    }

    private protected static void AssertFailed(PortalServer server, JsonNode status, string code, int attempts, string says = "")
    {
        Assert.True((string?)status["error_code"] == code, status.ToJsonString());
        Assert.Equal(("FAILED", attempts), ((string)status["status"]!, (int)status["attempt"]!));
        Assert.Contains(says, (string)status["error"]!, StringComparison.Ordinal);
        Assert.Empty(status["documents"]!.AsArray());
        Assert.Null(status["result"]);
        Assert.Empty(Directory.GetFiles(Path.Combine(server.Server.DataPath, "sessions")));
        Assert.Empty(Directory.GetFiles(Path.Combine(server.Server.DataPath, "documents"), "*", SearchOption.AllDirectories));
    }

    /// <summary>The job brought the invoice: byte for byte, where the portal makes the file and not our browser.</summary>
    private protected virtual Task AssertBroughtAsync(PortalServer server, JsonNode status, SimulatedCase wanted, int attempts = 1)
    {
        AssertSucceeded(status, wanted, attempts);
        return Task.CompletedTask;
    }

    private protected static void AssertSucceeded(JsonNode status, SimulatedCase wanted, int attempts = 1)
    {
        Assert.True((string)status["status"]! == "COMPLETED", status.ToJsonString());
        Assert.Equal((attempts, wanted.Expected!.Sha256), ((int)status["attempt"]!, (string)status["documents"]![0]!["sha256"]!));
    }

    /// <summary>A trouble of this portal.</summary>
    protected Trouble Of(string kind, string? variant = null, int? times = null, string? element = null) =>
        new() { Portal = portal.ToUpperInvariant(), Kind = kind, Variant = variant, Times = times, Element = element };
}
