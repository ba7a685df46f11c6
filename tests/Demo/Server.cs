using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text.Json;
using BotPhone.Tests.Kit;

namespace BotPhone.Demo;

/// <summary>The published server in a process of its own, used as any client uses it: over HTTP, with a token from its command line.</summary>
internal sealed class Server : IAsyncDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);
    private readonly Process _process;
    private readonly DirectoryInfo _data;
    private readonly HttpClient _http;

    private Server(Process process, DirectoryInfo data, Uri address, string token)
    {
        _process = process;
        _data = data;
        Address = address;
        Token = token;
        _http = new HttpClient { BaseAddress = address };
        _http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
    }

    public Uri Address { get; }

    public string Token { get; }

    public static async Task<Server> StartAsync(IReadOnlyDictionary<string, string> settings)
    {
        var data = Directory.CreateTempSubdirectory("botphone-demo-");
        var address = new Uri($"http://127.0.0.1:{FreePort.Find()}");
        var token = await TokenAsync(data);
        var process = Process.Start(Command([$"--Urls={address}", $"--Data:Path={data.FullName}"], settings, capture: false))!;
        var server = new Server(process, data, address, token);
        await server.WaitUntilHealthyAsync();
        return server;
    }

    /// <summary>Sends a job.</summary>
    /// <returns>Its id.</returns>
    public async Task<string> SubmitAsync<T>(string route, T job)
    {
        using var answer = await _http.PostAsJsonAsync($"/executar/{route}", job);
        answer.EnsureSuccessStatusCode();
        return (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("job_id").GetString()!;
    }

    /// <summary>Sends a job, shows what it does while it does it, and fetches the file.</summary>
    public async Task<Outcome> FollowAsync<T>(string @operator, string route, T job)
    {
        var start = Stopwatch.GetTimestamp();
        var id = await SubmitAsync(route, job);
        var shown = 0;
        while (true)
        {
            var status = await _http.GetFromJsonAsync<JsonElement>($"/status/{id}");
            foreach (var line in status.GetProperty("logs").EnumerateArray().Skip(shown))
            {
                Console.WriteLine($"{@operator,-11} {status.GetProperty("progress").GetInt32(),3}%  {line.GetProperty("message").GetString()}");
                shown++;
            }

            if (status.GetProperty("status").GetString() is "COMPLETED" or "FAILED")
            {
                Console.WriteLine();
                return await OutcomeAsync(@operator, status, Stopwatch.GetElapsedTime(start));
            }

            await Task.Delay(Pause, TimeProvider.System);
        }
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await StopAsync();
        _process.Dispose();
        _data.Delete(recursive: true);
    }

    private async Task StopAsync()
    {
        if (OperatingSystem.IsWindows())
        {
            _process.Kill(entireProcessTree: true);
        }
        else
        {
            using var kill = Process.Start("kill", ["-TERM", _process.Id.ToString(CultureInfo.InvariantCulture)]);
            await kill.WaitForExitAsync();
        }

        await _process.WaitForExitAsync();
    }

    private async Task<Outcome> OutcomeAsync(string @operator, JsonElement status, TimeSpan time)
    {
        var (id, name) = (status.GetProperty("job_id").GetString()!, status.GetProperty("status").GetString()!);
        if (status.GetProperty("result").GetString() is not { } key)
            return new Outcome(id, @operator, name, time, null, status.GetProperty("error").GetString() ?? "", null, null);
        var file = await _http.GetByteArrayAsync($"/arquivos/{key}");
        var invoice = status.GetProperty("documents")[0].TryGetProperty("fatura", out var fields) ? fields.GetProperty("vencimento").GetString() : null;
        return new Outcome(id, @operator, name, time, key, key, Convert.ToHexStringLower(SHA256.HashData(file)), invoice);
    }

    private async Task WaitUntilHealthyAsync()
    {
        while (true)
        {
            if (_process.HasExited) throw new InvalidOperationException("O servidor não iniciou.");
            try
            {
                using var health = await _http.GetAsync("/health");
                if (health.IsSuccessStatusCode) return;
            }
            catch (HttpRequestException)
            {
                // Not listening yet.
            }

            await Task.Delay(Pause, TimeProvider.System);
        }
    }

    private static async Task<string> TokenAsync(DirectoryInfo data)
    {
        using var process = Process.Start(Command(["token", "issue", "--subject", "demo", $"--Data:Path={data.FullName}"], new Dictionary<string, string>(), capture: true))!;
        var token = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return token.Trim();
    }

    private static ProcessStartInfo Command(IEnumerable<string> arguments, IReadOnlyDictionary<string, string> settings, bool capture)
    {
        var folder = Path.GetFullPath("artifacts/botphone");
        var command = new ProcessStartInfo(Path.Combine(folder, OperatingSystem.IsWindows() ? "botphone.exe" : "botphone"), arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = capture,
        };
        command.Environment["Logging__LogLevel__Default"] = "Warning";
        command.Environment["Logging__LogLevel__BotPhone"] = "Error";
        foreach (var (key, value) in settings) command.Environment[key.Replace(":", "__", StringComparison.Ordinal)] = value;
        return command;
    }
}
