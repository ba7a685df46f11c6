using System.Text;
using System.Text.Json.Nodes;
using BotPhone.Tests.Kit;

namespace BotPhone.Benchmarks;

/// <summary>The published server, over REST, with an operator that ends at once: it finds no invoice.</summary>
internal sealed class ServerQueue : IQueueWay
{
    private readonly BenchServer _server;
    private int _done;

    private ServerQueue(BenchServer server) => _server = server;

    public string Name => "BotPhone: por REST";

    public static async Task<ServerQueue> StartAsync()
    {
        var server = await BenchServer.StartAsync($"--Jobs:MaxConcurrency={IQueueWay.AtATime}", "--Limits:RequestsPerSecond=1000000", "--Logging:LogLevel:Default=Warning", "--Logging:LogLevel:BotPhone=Error");
        server.Drop(Repository.OutputOf("Probe"), "Probe");
        await server.UntilServesAsync("PROBE");
        return new ServerQueue(server);
    }

    public async Task SubmitAsync(string payload)
    {
        using var body = new StringContent(payload, Encoding.UTF8, "application/json");
        using var answer = await _server.Http.PostAsync(new Uri("/executar/probe", UriKind.Relative), body);
        answer.EnsureSuccessStatusCode();
    }

    public async Task UntilDoneAsync(int count)
    {
        _done += count;
        while (await DoneAsync() < _done) await Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System);
    }

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    private async Task<int> DoneAsync() => (int)(await _server.GetAsync("/jobs?status=FAILED&limit=1"))["total_jobs"]!;
}
