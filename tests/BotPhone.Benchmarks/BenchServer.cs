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

    /// <summary>From its launch to its first answer that all is well.</summary>
    public TimeSpan TimeToHealthy { get; private set; }

    /// <summary>What it holds in memory now, in MiB.</summary>
    public double Memory => _process.Memory();

    private string Data => Path.Combine(_folder.FullName, "data");

    public HttpClient Http { get; } = new() { Timeout = TimeSpan.FromMinutes(1) };

    /// <param name="settings">Such as <c>--Jobs:MaxConcurrency=5</c>.</param>
    public static Task<BenchServer> StartAsync(params string[] settings) => StartAsync([], settings);

    /// <param name="plugins">The published operators that are there from the beginning, such as <c>Oi</c>.</param>
    /// <param name="settings">Such as <c>--Jobs:MaxConcurrency=5</c>.</param>
    public static Task<BenchServer> StartAsync(IReadOnlyList<string> plugins, params string[] settings) => StartAsync(plugins, _ => Task.CompletedTask, settings);

    /// <param name="plugins">The published operators that are there from the beginning, such as <c>Oi</c>.</param>
    /// <param name="prepare">Puts something into the data folder before the start.</param>
    /// <param name="settings">Such as <c>--Jobs:MaxConcurrency=5</c>.</param>
    public static async Task<BenchServer> StartAsync(IReadOnlyList<string> plugins, Func<string, Task> prepare, params string[] settings)
    {
        var server = new BenchServer();
        await prepare(Directory.CreateDirectory(server.Data).FullName);
        foreach (var plugin in plugins) server.Drop(Path.Combine(Repository.Published, "plugins", plugin), plugin);
        var launch = Stopwatch.GetTimestamp();
        var address = $"http://127.0.0.1:{FreePort.Find()}";
        server._process = server.Launch(["serve", $"--Urls={address}", .. settings]);
        server._process.OutputDataReceived += (_, _) => { };
        server._process.BeginOutputReadLine();
        server.Http.BaseAddress = new Uri(address);
        await server._process.UntilHealthyAsync(server.Http);
        server.TimeToHealthy = Stopwatch.GetElapsedTime(launch);

        using var issue = server.Launch(["token", "issue", "--subject", "bench", .. settings]);
        var token = (await issue.StandardOutput.ReadToEndAsync()).Trim();
        server.Http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return server;
    }

    /// <summary>Drops an operator into its folder.</summary>
    /// <param name="source">The folder with its files.</param>
    /// <param name="name">Of the operator's own folder.</param>
    public void Drop(string source, string name)
    {
        var target = Directory.CreateDirectory(Path.Combine(_folder.FullName, "plugins", name)).FullName;
        foreach (var file in Directory.GetFiles(source)) File.Copy(file, Path.Combine(target, Path.GetFileName(file)), overwrite: true);
    }

    /// <summary>Waits until an operator that was dropped is loaded.</summary>
    /// <param name="code">Its code.</param>
    /// <param name="version">Its version; null for any.</param>
    public async Task UntilServesAsync(string code, string? version = null)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        while (!(await GetAsync("/operadoras"))["operadoras"]!.AsArray().Any(one => (string)one!["code"]! == code && (version ?? (string)one["version"]!) == (string)one["version"]!))
            await Task.Delay(TimeSpan.FromMilliseconds(5), TimeProvider.System, limit.Token);
    }

    public async Task<JsonNode> GetAsync(string path) => JsonNode.Parse(await Http.GetStringAsync(new Uri(path, UriKind.Relative)))!;

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await StopAsync();
        _process.Dispose();
        _folder.Delete(recursive: true);
    }

    // Asked to, it ends its browsers first.
    private async Task StopAsync()
    {
        if (OperatingSystem.IsWindows())
        {
            _process.Kill(entireProcessTree: true);
        }
        else
        {
            using var kill = Process.Start("kill", ["-TERM", $"{_process.Id}"]);
            await kill.WaitForExitAsync();
        }

        await _process.WaitForExitAsync();
    }

    private Process Launch(params string[] arguments)
    {
        var program = Path.Combine(Repository.Published, OperatingSystem.IsWindows() ? "botphone.exe" : "botphone");
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, WorkingDirectory = _folder.FullName };
        start.Environment["Data__Path"] = Data;
        start.Environment["Operators__Path"] = Directory.CreateDirectory(Path.Combine(_folder.FullName, "plugins")).FullName;
        return Process.Start(start)!;
    }
}
