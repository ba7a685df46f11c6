using System.Diagnostics;
using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using BotPhone.Tests.Kit;

namespace BotPhone.Benchmarks;

/// <summary>The published server, on data and a folder of operators of its own.</summary>
internal sealed class BenchServer : IAsyncDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("botphone-bench-");
    private Process _process = null!;

    public HttpClient Http { get; } = new() { Timeout = TimeSpan.FromMinutes(1) };

    public string Plugins => Directory.CreateDirectory(Path.Combine(_folder.FullName, "plugins")).FullName;

    public static async Task<BenchServer> StartAsync()
    {
        var server = new BenchServer();
        var address = $"http://127.0.0.1:{FreePort.Find()}";
        server._process = server.Launch("serve", $"--Urls={address}");
        server._process.OutputDataReceived += (_, _) => { };
        server._process.BeginOutputReadLine();
        server.Http.BaseAddress = new Uri(address);
        while (!await server.IsUpAsync()) await Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System);

        using var issue = server.Launch("token", "issue", "--subject", "bench");
        var token = (await issue.StandardOutput.ReadToEndAsync()).Trim();
        server.Http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return server;
    }

    public async Task<JsonNode> GetAsync(string path) => JsonNode.Parse(await Http.GetStringAsync(new Uri(path, UriKind.Relative)))!;

    public async ValueTask DisposeAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
        Http.Dispose();
        _folder.Delete(recursive: true);
    }

    private async Task<bool> IsUpAsync()
    {
        try
        {
            return (await Http.GetAsync(new Uri("/health", UriKind.Relative))).IsSuccessStatusCode;
        }
        catch (HttpRequestException) when (!_process.HasExited)
        {
            return false;
        }
    }

    private Process Launch(params string[] arguments)
    {
        var program = Path.Combine(Repository.Published, OperatingSystem.IsWindows() ? "botphone.exe" : "botphone");
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true };
        start.Environment["Data__Path"] = Path.Combine(_folder.FullName, "data");
        start.Environment["Operators__Path"] = Plugins;
        return Process.Start(start)!;
    }
}
