using System.Text.Json.Nodes;
using BotPhone.Invoices;
using BotPhone.PortalSimulator;

namespace BotPhone.Tests.Kit;

/// <summary>The whole server with one plugin loaded from disk, and its simulated portal, driven through a real Chromium.</summary>
internal sealed class PortalServer : IAsyncDisposable
{
    /// <summary>Keeps the browser from asking the network anything.</summary>
    public const string Offline = $"--Browser:Arguments:0={OfflineArgument}";

    /// <summary>The same, as an argument of the browser.</summary>
    public const string OfflineArgument = "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost";

    /// <summary>What pages of this machine need.</summary>
    public static readonly ReachableHosts ThisMachine = ReachableHosts.Of("127.0.0.1", "localhost");

    private readonly string _name;
    private readonly HashSet<string> _passwords;

    private PortalServer(string name, Simulator portal, TestServer server)
    {
        _name = name;
        _passwords = [.. portal.Logins.Select(login => login.Password)];
        Portal = portal;
        Server = server;
    }

    public Simulator Portal { get; }

    public TestServer Server { get; }

    public IReadOnlyList<SimulatedEvent> LoginPosts => Seen(EventKind.LoginPost);

    public IReadOnlyList<SimulatedEvent> Pdfs => Seen(EventKind.Pdf);

    /// <param name="name">The operator's code, in any case: its plugin and its portal have the same name.</param>
    /// <param name="settings">Of the server, such as <c>--Jobs:MaxAttempts=2</c>.</param>
    public static Task<PortalServer> StartAsync(string name, params string[] settings) => StartAsync(name, new SimulatorOptions(), settings);

    public static async Task<PortalServer> StartAsync(string name, SimulatorOptions options, params string[] settings)
    {
        var portal = await Simulator.StartAsync(options with { Portals = [name.ToUpperInvariant()] });
        try
        {
            var server = await TestServer.StartWithAsync(
                [name],
                [
                    .. portal.Settings.Select(setting => $"--{setting.Key}={setting.Value}"), Offline,
                    "--Browser:ElementTimeout=00:00:15", "--Browser:PageTimeout=00:00:30", "--Browser:DownloadTimeout=00:00:15", .. settings,
                ]);
            return new PortalServer(name.ToUpperInvariant(), portal, server);
        }
        catch
        {
            await portal.DisposeAsync();
            throw;
        }
    }

    public Task<string> SubmitAsync(SimulatedCase @case) => Server.Client.SubmitAsync(_name, Payload(@case));

    public Task<JsonNode> RunAsync(SimulatedCase @case, string? password = null)
    {
        if (password is not null) _passwords.Add(password);
        return Server.Client.RunAsync(_name, Payload(@case, password));
    }

    /// <summary>The job has brought the invoice that was wanted.</summary>
    public void AssertBrought(JsonNode status, SimulatedCase wanted)
    {
        Assert.True((string)status["status"]! == "COMPLETED", status.ToJsonString() + Server.Log.Text);
        Assert.Equal(wanted.Expected!.DueDate.ToString("dd/MM/yyyy", null), (string)status["documents"]![0]!["fatura"]!["vencimento"]!);
    }

    /// <summary>What a job has stored, as a client gets it.</summary>
    public Task<byte[]> FileOfAsync(JsonNode status) => Server.Client.Http.GetByteArrayAsync($"/arquivos/{status["result"]}");

    public IReadOnlyList<SimulatedEvent> Seen(string kind) => [.. Portal.Events.Where(seen => seen.Kind == kind)];

    /// <summary>Whatever a test was about, in the end no password is in any file, line of the log or answer.</summary>
    public async ValueTask DisposeAsync()
    {
        try
        {
            await AssertNoPasswordAsync();
        }
        finally
        {
            await Server.DisposeAsync();
            await Portal.DisposeAsync();
        }
    }

    private async Task AssertNoPasswordAsync()
    {
        var jobs = (await Server.Client.GetAsync("/jobs"))["jobs"]!.AsArray();
        var answers = await Task.WhenAll(jobs.Select(job => Server.Client.Http.GetStringAsync($"/status/{job!["job_id"]}")));
        var open = await Task.WhenAll(new[] { "/jobs", "/health", "/metrics", "/estatisticas", "/faturas/falhas", "/operadoras/historico" }.Select(path => Server.Client.Http.GetStringAsync(path)));
        Secrets.AssertNotIn(Server.Log.Text + string.Concat([.. answers, .. open]), _passwords);
        Secrets.AssertInNoFile(Server.DataPath, _passwords);
    }

    public static object Payload(SimulatedCase @case, string? password = null)
    {
        var payload = new Dictionary<string, string>
        {
            ["login"] = @case.Login.User,
            ["senha"] = password ?? @case.Login.Password,
            ["filtro"] = @case.Filter,
            ["cnpj"] = @case.Cnpj,
        };
        if (@case.Login.Cpf is { } cpf) payload["cpf"] = cpf;
        return payload;
    }
}
