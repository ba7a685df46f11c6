using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using BotPhone.Tests.Kit;

namespace BotPhone.Benchmarks;

/// <summary>A server whose only permit is held by a job that waits: what is accepted stays in the queue, and nothing but requests costs time.</summary>
internal static class HeldServer
{
    /// <summary>The body of a POST.</summary>
    public static string Job { get; } = JsonSerializer.Serialize(Wanted("123456"));

    /// <param name="jobs">How many ended jobs are stored before.</param>
    /// <returns>The server, and the path of the status of its running job.</returns>
    public static async Task<(BenchServer Server, string StatusPath)> StartAsync(int jobs = 0)
    {
        var server = await BenchServer.StartAsync(
            [], data => StoredJobs.WriteAsync(data, jobs), "--Jobs:MaxConcurrency=1", "--Jobs:Retention=100.00:00:00", "--Limits:RequestsPerSecond=1000000",
            "--Logging:LogLevel:Default=Warning", "--Operators:Settings:PROBE:Patience=1.00:00:00", "--Jobs:Timeout=1.00:00:00");
        server.Drop(Repository.OutputOf("Probe"), "Probe");
        await server.UntilServesAsync("PROBE");
        var answer = await server.Http.PostAsJsonAsync("/executar/probe", Wanted("waits"));
        var id = (string)(await answer.EnsureSuccessStatusCode().Content.ReadFromJsonAsync<JsonNode>())!["job_id"]!;
        while ((string?)(await server.GetAsync($"/status/{id}"))["status"] != "RUNNING") await Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System);
        return (server, $"/status/{id}");
    }

    private static object Wanted(string filter) => new { login = "ana@exemplo.com.br", senha = "segredo-de-teste", filtro = filter, cnpj = "11.222.333/0001-81" };
}
