using System.Collections.Concurrent;
using System.Diagnostics;

namespace BotPhone.Tests.Kit;

/// <summary>The published program in a process of its own, which can be killed and started again on the same data.</summary>
internal sealed class PublishedServer : IAsyncDisposable
{
    private readonly Process _process;
    private readonly ConcurrentQueue<string> _log = new();

    private PublishedServer(Process process, Uri address)
    {
        _process = process;
        Address = address;
        process.OutputDataReceived += (_, line) => _log.Enqueue(line.Data ?? "");
        process.BeginOutputReadLine();
    }

    /// <summary>What the server has written to its output so far, line by line.</summary>
    public IReadOnlyList<string> Log => [.. _log.Where(line => line.Length > 0)];

    public Uri Address { get; }

    public int ProcessId => _process.Id;

    public bool HasEnded => _process.HasExited;

    public static Task<PublishedServer> StartAsync(TemporaryFolder folder, params string[] settings) => StartAsync(folder, FreePort.Find(), settings);

    public static Task<PublishedServer> StartAsync(TemporaryFolder folder, IReadOnlyDictionary<string, string> environment, params string[] settings) =>
        StartAsync(folder, FreePort.Find(), environment, settings);

    public static Task<PublishedServer> StartAsync(TemporaryFolder folder, int port, params string[] settings) => StartAsync(folder, port, new Dictionary<string, string>(), settings);

    /// <summary>Starts the program of another folder than this version's.</summary>
    public static Task<PublishedServer> StartFromAsync(string program, TemporaryFolder folder, params string[] settings) =>
        StartAsync(folder, FreePort.Find(), new Dictionary<string, string>(), settings, program);

    private static async Task<PublishedServer> StartAsync(TemporaryFolder folder, int port, IReadOnlyDictionary<string, string> environment, string[] settings, string? program = null)
    {
        var address = new Uri($"http://127.0.0.1:{port}");
        var server = new PublishedServer(Launch(folder, ["serve", $"--Urls={address}", .. settings], environment, program), address);
        using var client = new ApiClient(address, null);
        await Until.TrueAsync(() => server.IsHealthyAsync(client), "the published server is healthy");
        return server;
    }

    /// <summary>Runs a command to its end.</summary>
    public static Task<(int ExitCode, string Output, string Error)> RunAsync(TemporaryFolder folder, params string[] arguments) => RunAsync(folder, new Dictionary<string, string>(), arguments);

    public static async Task<(int ExitCode, string Output, string Error)> RunAsync(TemporaryFolder folder, IReadOnlyDictionary<string, string> environment, params string[] arguments)
    {
        using var process = Launch(folder, arguments, environment);
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        try
        {
            await process.WaitForExitAsync().WaitAsync(TimeSpan.FromSeconds(60));
        }
        finally
        {
            if (!process.HasExited) process.Kill();
        }

        return (process.ExitCode, await output, await error);
    }

    /// <summary>Has a token issued that servers with this data or these settings accept.</summary>
    public static async Task<string> TokenAsync(TemporaryFolder folder, params string[] settings)
    {
        var (exitCode, token, error) = await RunAsync(folder, ["token", "issue", "--subject", "tests", .. settings]);
        Assert.True(exitCode == 0, error);
        return token.Trim();
    }

    /// <summary>Ends the process as <c>kill -9</c> does: the process alone, without its children.</summary>
    public async Task KillAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
    }

    /// <summary>Waits until the process has ended, for whatever reason.</summary>
    public Task EndAsync() => _process.WaitForExitAsync().WaitAsync(TimeSpan.FromSeconds(60));

    /// <summary>Asks the process to end, as <c>kill</c> and service managers do.</summary>
    /// <returns>Its exit code.</returns>
    public async Task<int> StopAsync()
    {
        using var kill = Process.Start("kill", ["-TERM", _process.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]);
        await _process.WaitForExitAsync().WaitAsync(TimeSpan.FromSeconds(60));
        return _process.ExitCode;
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited) await KillAsync();
        _process.Dispose();
    }

    private static Process Launch(TemporaryFolder folder, IEnumerable<string> arguments, IReadOnlyDictionary<string, string>? environment = null, string? program = null)
    {
        var file = Path.Combine(program ?? Repository.Published, OperatingSystem.IsWindows() ? "botphone.exe" : "botphone");
        var start = new ProcessStartInfo(file, arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["Data__Path"] = folder.File("data");
        start.Environment["Operators__Path"] = folder.File("plugins");
        foreach (var (name, value) in environment ?? new Dictionary<string, string>()) start.Environment[name] = value;
        return Process.Start(start)!;
    }

    private async Task<bool> IsHealthyAsync(ApiClient client)
    {
        if (_process.HasExited) throw new InvalidOperationException($"The server ended: {await _process.StandardError.ReadToEndAsync()}");
        try
        {
            using var health = await client.Http.GetAsync("/health");
            return health.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }
}
