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

    /// <summary>The most that the server itself, without its browsers, has held in memory while it worked, in MiB; one for each call.</summary>
    public List<double> Memory { get; } = [];

    /// <summary>The same before any job.</summary>
    public double IdleMemory { get; private init; }

    public static async Task<ServerWay> StartAsync(Uri portal)
    {
        var server = await BenchServer.StartAsync(["Oi"], $"--Jobs:MaxConcurrency={IInvoiceWay.AtATime}", $"--Operators:Settings:OI:Address={portal}");
        return new ServerWay(server) { IdleMemory = server.Memory };
    }

    public async Task FetchAsync(IReadOnlyList<SimulatedCase> wanted)
    {
        var waiting = new Queue<string>();
        var most = 0.0;
        foreach (var one in wanted) waiting.Enqueue(await SubmitAsync(one));
        while (waiting.TryPeek(out var id))
        {
            var job = await _server.GetAsync($"/status/{id}");
            if ((string?)job["status"] == "FAILED") throw new InvalidOperationException(job.ToJsonString());
            if ((string?)job["status"] == "COMPLETED") waiting.Dequeue();
            else await Task.Delay(Pause, TimeProvider.System);
            most = Math.Max(most, _server.Memory);
        }

        Memory.Add(most);
    }

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    private async Task<string> SubmitAsync(SimulatedCase wanted)
    {
        var answer = await _server.Http.PostAsJsonAsync("/executar/OI", new { login = wanted.Login.User, senha = wanted.Login.Password, filtro = wanted.Filter, cnpj = wanted.Cnpj });
        return (string)(await answer.EnsureSuccessStatusCode().Content.ReadFromJsonAsync<JsonNode>())!["job_id"]!;
    }
}
