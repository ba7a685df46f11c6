using System.Diagnostics;
using BotPhone.Tests.Kit;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace BotPhone.Benchmarks;

/// <summary>The platform's own server with one address and nothing behind it, in a process of its own.</summary>
internal sealed class BareServer : IAsyncDisposable
{
    /// <summary>With which this program is that server.</summary>
    public const string Argument = "bare";

    private readonly Process _process;

    private BareServer(Process process, TimeSpan timeToHealthy) => (_process, TimeToHealthy) = (process, timeToHealthy);

    public TimeSpan TimeToHealthy { get; }

    /// <summary>What it holds in memory now, in MiB.</summary>
    public double Memory => _process.Memory();

    public static async Task ServeAsync(string address)
    {
        var builder = WebApplication.CreateSlimBuilder();
        var app = builder.Build();
        app.MapGet("/health", () => TypedResults.Text("ok"));
        await app.RunAsync(address);
    }

    public static async Task<BareServer> StartAsync()
    {
        var address = $"http://127.0.0.1:{FreePort.Find()}";
        var launch = Stopwatch.GetTimestamp();
        var process = Process.Start(new ProcessStartInfo(Environment.ProcessPath!, [Argument, address]) { RedirectStandardOutput = true })!;
        process.OutputDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        using var http = new HttpClient { BaseAddress = new Uri(address) };
        await process.UntilHealthyAsync(http);
        return new BareServer(process, Stopwatch.GetElapsedTime(launch));
    }

    public async ValueTask DisposeAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
    }
}
