using System.Diagnostics;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text.Json.Nodes;

namespace BotPhone.Benchmarks;

/// <summary>The published server, on data and a folder of operators of its own.</summary>
internal sealed class BenchServer : IAsyncDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("botphone-bench-");
    private Process _process = null!;

    public HttpClient Http { get; } = new() { Timeout = TimeSpan.FromMinutes(1) };

    public string Plugins => Directory.CreateDirectory(Path.Combine(_folder.FullName, "plugins")).FullName;

    /// <summary>The folder with the solution.</summary>
    public static string Root { get; } = FindRoot();

    public static async Task<BenchServer> StartAsync()
    {
        var server = new BenchServer();
        var address = $"http://127.0.0.1:{FreePort()}";
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
        var program = Path.Combine(Root, "artifacts", "botphone", OperatingSystem.IsWindows() ? "botphone.exe" : "botphone");
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true };
        start.Environment["Data__Path"] = Path.Combine(_folder.FullName, "data");
        start.Environment["Operators__Path"] = Plugins;
        return Process.Start(start)!;
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "BotPhone.sln"))) return folder.FullName;
        throw new InvalidOperationException("The benchmarks do not run inside a checkout.");
    }
}
