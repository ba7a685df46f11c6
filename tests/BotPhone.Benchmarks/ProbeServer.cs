using System.Text;
using System.Text.Json;
using BotPhone.Tests.Kit;

namespace BotPhone.Benchmarks;

/// <summary>A server with an operator that needs no portal and does what the job's filter says. It logs next to nothing, and refuses nobody for asking often.</summary>
internal static class ProbeServer
{
    public const string Path = "/executar/probe";

    /// <summary>The body of a job.</summary>
    /// <param name="filter">What the operator does.</param>
    public static string Job(string filter) => JsonSerializer.Serialize(Payloads.Probe(filter));

    /// <param name="settings">Such as <c>--Jobs:MaxConcurrency=5</c>.</param>
    public static Task<BenchServer> StartAsync(params string[] settings) => StartAsync(_ => Task.CompletedTask, settings);

    /// <param name="prepare">Puts something into the data folder before the start.</param>
    /// <param name="settings">Such as <c>--Jobs:MaxConcurrency=5</c>.</param>
    public static async Task<BenchServer> StartAsync(Func<string, Task> prepare, params string[] settings)
    {
        var server = await BenchServer.StartAsync([], prepare, ["--Limits:RequestsPerSecond=1000000", "--Logging:LogLevel:Default=Warning", "--Logging:LogLevel:BotPhone=Error", .. settings]);
        server.Drop(Repository.OutputOf("Probe"), "Probe");
        await server.UntilServesAsync("PROBE");
        return server;
    }

    /// <summary>Hands over a job.</summary>
    /// <param name="server">The server.</param>
    /// <param name="job">Its body.</param>
    /// <returns>The answer's body.</returns>
    public static async Task<string> SubmitAsync(BenchServer server, string job)
    {
        using var body = new StringContent(job, Encoding.UTF8, "application/json");
        using var answer = await server.Http.PostAsync(new Uri(Path, UriKind.Relative), body);
        return await answer.EnsureSuccessStatusCode().Content.ReadAsStringAsync();
    }
}
