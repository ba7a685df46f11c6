using System.Net.Http.Json;
using System.Text.Json.Nodes;
using BotPhone.PortalSimulator;

namespace BotPhone.Benchmarks;

/// <summary>The published server: jobs over REST, invoices proved and stored.</summary>
internal sealed class ServerWay : IInvoiceWay
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);
    private readonly BenchServer _server;

    private ServerWay(BenchServer server) => _server = server;

    public string Name => "BotPhone";

    public static async Task<ServerWay> StartAsync(Uri portal)
    {
        var server = await BenchServer.StartAsync(["Oi"], $"--Jobs:MaxConcurrency={IInvoiceWay.AtATime}", $"--Operators:Settings:OI:Address={portal}");
        return new ServerWay(server);
    }

    public async Task FetchAsync(IReadOnlyList<SimulatedCase> wanted)
    {
        var waiting = new Queue<string>();
        foreach (var one in wanted) waiting.Enqueue(await SubmitAsync(one));
        while (waiting.TryPeek(out var id))
        {
            var job = await _server.GetAsync($"/status/{id}");
            if ((string?)job["status"] == "FAILED") throw new InvalidOperationException(job.ToJsonString());
            if ((string?)job["status"] == "COMPLETED") waiting.Dequeue();
            else await Task.Delay(Pause, TimeProvider.System);
        }
    }

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    private async Task<string> SubmitAsync(SimulatedCase wanted)
    {
        var answer = await _server.Http.PostAsJsonAsync("/executar/OI", new { login = wanted.Login.User, senha = wanted.Login.Password, filtro = wanted.Filter, cnpj = wanted.Cnpj });
        return (string)(await answer.EnsureSuccessStatusCode().Content.ReadFromJsonAsync<JsonNode>())!["job_id"]!;
    }
}
