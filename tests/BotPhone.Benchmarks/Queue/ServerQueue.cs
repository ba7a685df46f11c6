using BotPhone.Tests.Kit;

namespace BotPhone.Benchmarks;

/// <summary>Published servers, over REST, each in its turn, with an operator that ends at once: it finds no invoice.</summary>
internal sealed class ServerQueue : IQueueWay
{
    private static readonly string AtATime = $"--Jobs:MaxConcurrency={IQueueWay.AtATime}";
    private readonly IReadOnlyList<BenchServer> _servers;
    private int _next;
    private int _done;

    private ServerQueue(string name, IReadOnlyList<BenchServer> servers) => (Name, _servers) = (name, servers);

    public string Name { get; }

    public static async Task<ServerQueue> StartAsync() => new("BotPhone: por REST", [await ProbeServer.StartAsync(AtATime)]);

    /// <summary>Nodes on one database.</summary>
    /// <param name="stored">How many ended jobs are stored before.</param>
    public static async Task<ServerQueue> StartNodesAsync(int nodes, PostgresServer postgres, BucketServer bucket, int stored = 0)
    {
        var database = postgres.CreateDatabase();
        if (stored > 0) await StoredRows.WriteAsync(database, stored);
        string[] shared =
        [
            "--Cluster:Provider=postgres", $"--Cluster:ConnectionString={database}", "--Auth:Secret=um segredo que todos os nós daqui têm",
            $"--Secrets:Key={Convert.ToBase64String(new byte[32])}", AtATime, .. bucket.Settings,
        ];
        var started = new List<BenchServer>();
        for (var node = 0; node < nodes; node++) started.Add(await ProbeServer.StartAsync([.. shared, $"--Cluster:Node=n{node}"]));
        return new ServerQueue((nodes == 1 ? "BotPhone: um nó" : $"BotPhone: {nodes} nós") + (stored > 0 ? $", {stored} jobs guardados" : ""), started);
    }

    public Task SubmitAsync(string payload) => ProbeServer.SubmitAsync(_servers[(int)((uint)Interlocked.Increment(ref _next) % _servers.Count)], payload);

    public async Task UntilDoneAsync(int count)
    {
        _done += count;
        while (await DoneAsync() < _done) await Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var server in _servers) await server.DisposeAsync();
    }

    private async Task<int> DoneAsync() => (int)(await _servers[0].GetAsync("/jobs?status=FAILED&limit=1"))["total_jobs"]!;
}
