using System.Diagnostics;
using System.Text.Json;
using BotPhone.Tests.Kit;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace BotPhone.Benchmarks;

/// <summary>The platform's own server with one address and nothing behind it, in a process of its own.</summary>
internal sealed class BareServer : IAsyncDisposable
{
    /// <summary>With which this program is that server.</summary>
    public const string Argument = "bare";

    private readonly Process _process;

    private BareServer(Process process, HttpClient http, TimeSpan timeToHealthy) => (_process, Http, TimeToHealthy) = (process, http, timeToHealthy);

    public HttpClient Http { get; }

    public TimeSpan TimeToHealthy { get; }

    /// <summary>What it holds in memory now, in MiB.</summary>
    public double Memory => _process.Memory();

    /// <param name="address">Where.</param>
    /// <param name="status">What every status is.</param>
    public static async Task ServeAsync(string address, string status)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        var app = builder.Build();
        app.MapGet("/health", () => TypedResults.Text("ok"));
        app.MapGet("/status/{id:guid}", (Guid id) => TypedResults.Text(status, "application/json"));
        app.MapPost("/executar/{route}", (string route, JsonElement wanted) => TypedResults.Accepted("", new { job_id = Guid.NewGuid(), status = "PENDING" }));
        BareBroadcast.Map(app);
        await app.RunAsync(address);
    }

    /// <param name="status">What every status is.</param>
    public static async Task<BareServer> StartAsync(string status = "")
    {
        var address = $"http://127.0.0.1:{FreePort.Find()}";
        var launch = Stopwatch.GetTimestamp();
        var process = Process.Start(new ProcessStartInfo(Environment.ProcessPath!, [Argument, address, status]) { RedirectStandardOutput = true })!;
        process.OutputDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        var http = new HttpClient { BaseAddress = new Uri(address) };
        await process.UntilHealthyAsync(http);
        return new BareServer(process, http, Stopwatch.GetElapsedTime(launch));
    }

    public async ValueTask DisposeAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
        Http.Dispose();
    }
}
