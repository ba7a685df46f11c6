namespace BotPhone.Benchmarks;

/// <summary>Requests a second with few stored jobs and with many, on servers that run side by side.</summary>
internal static class HistoryBenchmark
{
    private static readonly int[] Sizes = [1_000, 100_000, 1_000_000];

    public static async Task RunAsync(int rounds)
    {
        var servers = new List<(BenchServer Server, string StatusPath)>();
        try
        {
            foreach (var size in Sizes)
            {
                Console.WriteLine($"Gravando {size} jobs...");
                servers.Add(await HeldServer.StartAsync(size));
            }

            await MeasureAsync("history-status", "GET /status/{id}", rounds, servers, one => Wrk.RunAsync(one.Server.Http, one.StatusPath));
            await MeasureAsync("history-list", "GET /jobs?limit=50", rounds, servers, one => Wrk.RunAsync(one.Server.Http, "/jobs?limit=50"));
            await MeasureAsync("history-submit", "POST /executar/{operadora}", rounds, servers, one => Wrk.RunAsync(one.Server.Http, ProbeServer.Path, HeldServer.Job));
        }
        finally
        {
            foreach (var (server, _) in servers) await server.DisposeAsync();
        }
    }

    private static async Task MeasureAsync(
        string name, string title, int rounds, IReadOnlyList<(BenchServer Server, string StatusPath)> servers, Func<(BenchServer Server, string StatusPath), Task<double>> measure)
    {
        var values = servers.Select(_ => new List<double>()).ToList();
        for (var round = -1; round < rounds; round++)
        {
            foreach (var (server, seen) in servers.Zip(values))
            {
                var value = await measure(server);
                if (round >= 0) seen.Add(value);
            }
        }

        Report.Write(name, title, "por segundo", [.. Sizes.Zip(values, (size, seen) => new Measurement($"{size} jobs guardados", seen))]);
    }
}
