using System.Text.Json.Nodes;
using BotPhone.PortalSimulator;
using BotPhone.PortalSimulator.Oi;
using BotPhone.Tests.Kit;

namespace BotPhone.Tests.Browsers;

[Collection(OneBrowserTestAtATime.Name)]
public class When_a_job_ends_nothing_of_its_browser_is_left
{
    [Fact]
    public async Task After_success()
    {
        await AssertOnlyTheBrowserWaitsAsync(await PortalServer.StartAsync("Oi", SharedBrowsers.None), "COMPLETED");
    }

    [Fact]
    public async Task After_a_failure()
    {
        var oi = await PortalServer.StartAsync("Oi", SharedBrowsers.None, "--Browser:ElementTimeout=00:00:03");
        oi.Portal.Inject(new Trouble { Portal = "OI", Kind = "T13", Element = "tabela" });
        await AssertOnlyTheBrowserWaitsAsync(oi, "FAILED");
    }

    [Fact]
    public async Task After_the_jobs_timeout_while_the_browser_hangs()
    {
        // Long enough for a busy machine to come to the page: a browser that is not there yet is a good one, and serves the next job.
        await using var oi = await PortalServer.StartAsync("Oi", SharedBrowsers.None, "--Jobs:Timeout=00:00:20", "--Browser:PageTimeout=00:10:00");
        oi.Portal.Inject(new Trouble { Portal = "OI", Kind = "T09", Variant = "cabecalho" });
        var (session, status) = await RunAsync(oi, "FAILED");
        Assert.Equal("TEMPO_JOB", (string)status["error_code"]!);
        Assert.NotEmpty(oi.Portal.Events);
        AssertGone(session);
        Assert.Empty(Directory.GetFiles(Path.Combine(oi.Server.DataPath, "sessions")));
    }

    [Fact]
    public async Task After_the_browser_was_killed_in_mid_job_another_one_finishes_it()
    {
        await using var oi = await PortalServer.StartAsync("Oi", SharedBrowsers.None, "--Browser:PageTimeout=00:01:00");
        oi.Portal.Inject(new Trouble { Portal = "OI", Kind = "T09", Variant = "cabecalho", Times = 1 });
        var id = await oi.SubmitAsync(OiData.Simple);
        await Until.TrueAsync(() => oi.Portal.Events.Count > 0, "the browser asks for the page");
        SessionProcesses.Kill(await FolderAsync(oi.Server.DataPath));

        var status = await oi.Server.Client.EndOfAsync(id);
        Assert.True((string)status["status"]! == "COMPLETED", status.ToJsonString() + oi.Server.Log.Text);
        Assert.Equal(("COMPLETED", 2), ((string)status["status"]!, (int)status["attempt"]!));
    }

    [Fact]
    public async Task After_the_server_was_killed_the_next_start_ends_it()
    {
        using var folder = new TemporaryFolder();
        folder.Drop("Oi");
        await using var portal = await Simulator.StartAsync();
        portal.Inject(new Trouble { Portal = "OI", Kind = "T09", Variant = "cabecalho", Times = 1 });
        string[] settings = [$"--Operators:Settings:OI:Address={portal.AddressesOf("OI")["portal"]}", PortalServer.Offline];
        var token = await PublishedServer.TokenAsync(folder);
        string id, session;
        await using (var server = await PublishedServer.StartAsync(folder, settings))
        {
            using var client = new ApiClient(server.Address, token);
            id = await client.SubmitAsync("OI", PortalServer.Payload(OiData.Simple));
            await Until.TrueAsync(() => portal.Events.Count > 0, "the browser asks for the page");
            session = await FolderAsync(folder.File("data"));
            await server.KillAsync();
        }

        Assert.NotEmpty(SessionProcesses.Of(session));
        await using (var server = await PublishedServer.StartAsync(folder, settings))
        {
            Assert.Empty(SessionProcesses.Of(session));
            Assert.False(Directory.Exists(session));
            using var client = new ApiClient(server.Address, token);
            Assert.Equal("COMPLETED", (string)(await client.EndOfAsync(id))["status"]!);
            session = await FolderAsync(folder.File("data"));
            Assert.Equal(0, await server.StopAsync());
        }

        AssertGone(session);
    }

    // Its browser serves the next job, and goes with the server.
    private static async Task AssertOnlyTheBrowserWaitsAsync(PortalServer oi, string expected)
    {
        string session;
        await using (oi)
        {
            (session, _) = await RunAsync(oi, expected);
            Assert.NotEmpty(SessionProcesses.Of(session));
            Assert.Empty(Directory.GetFileSystemEntries(Path.Combine(session, "downloads")));
        }

        AssertGone(session);
    }

    private static async Task<(string Session, JsonNode Status)> RunAsync(PortalServer oi, string expected)
    {
        var id = await oi.SubmitAsync(OiData.Simple);
        var session = await FolderAsync(oi.Server.DataPath);
        await Until.TrueAsync(() => SessionProcesses.Of(session).Count > 1, "driver and browser run");

        var status = await oi.Server.Client.EndOfAsync(id);
        Assert.True((string)status["status"]! == expected, status.ToJsonString());
        return (session, status);
    }

    private static void AssertGone(string session)
    {
        Assert.Empty(SessionProcesses.Of(session));
        Assert.False(Directory.Exists(session));
    }

    private static async Task<string> FolderAsync(string dataPath)
    {
        var notes = Path.Combine(dataPath, "sessions");
        await Until.TrueAsync(() => Directory.Exists(notes) && Directory.GetFiles(notes).Any(note => new FileInfo(note).Length > 0), "a session has begun");
        return await File.ReadAllTextAsync(Directory.GetFiles(notes)[0]);
    }
}
