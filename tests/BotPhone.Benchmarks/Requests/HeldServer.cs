using System.Text.Json.Nodes;

namespace BotPhone.Benchmarks;

/// <summary>A server whose only permit is held by a job that waits: what is accepted stays in the queue, and nothing but requests costs time.</summary>
internal static class HeldServer
{
    /// <summary>The body of a POST.</summary>
    public static string Job { get; } = ProbeServer.Job("123456");

    /// <param name="jobs">How many ended jobs are stored before.</param>
    /// <returns>The server, and the path of the status of its running job.</returns>
    public static async Task<(BenchServer Server, string StatusPath)> StartAsync(int jobs = 0)
    {
        var server = await ProbeServer.StartAsync(
            data => StoredJobs.WriteAsync(data, jobs), "--Jobs:MaxConcurrency=1", "--Jobs:Retention=100.00:00:00", "--Operators:Settings:PROBE:Patience=1.00:00:00", "--Jobs:Timeout=1.00:00:00");
        var status = $"/status/{JsonNode.Parse(await ProbeServer.SubmitAsync(server, ProbeServer.Job("waits")))!["job_id"]}";
        while ((string?)(await server.GetAsync(status))["status"] != "RUNNING") await Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System);
        return (server, status);
    }
}
