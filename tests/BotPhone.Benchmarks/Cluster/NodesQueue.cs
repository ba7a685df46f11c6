using BotPhone.Tests.Kit;

namespace BotPhone.Benchmarks;

/// <summary>Published servers on one database, over REST, each in its turn.</summary>
internal sealed class NodesQueue : IQueueWay
{
    private readonly IReadOnlyList<BenchServer> _nodes;
    private int _next;
    private int _done;

    private readonly int _stored;

    private NodesQueue(IReadOnlyList<BenchServer> nodes, int stored) => (_nodes, _stored) = (nodes, stored);

    public string Name => (_nodes.Count == 1 ? "BotPhone: um nó" : $"BotPhone: {_nodes.Count} nós") + (_stored > 0 ? $", {_stored} jobs guardados" : "");

    /// <param name="stored">How many ended jobs are stored before.</param>
    public static async Task<NodesQueue> StartAsync(int nodes, PostgresServer postgres, BucketServer bucket, int stored = 0)
    {
        var database = postgres.CreateDatabase();
        if (stored > 0) await StoredRows.WriteAsync(database, stored);
        string[] shared =
        [
            "--Cluster:Provider=postgres", $"--Cluster:ConnectionString={database}", "--Auth:Secret=um segredo que todos os nós daqui têm",
            $"--Secrets:Key={Convert.ToBase64String(new byte[32])}", $"--Jobs:MaxConcurrency={IQueueWay.AtATime}", .. bucket.Settings,
        ];
        var started = new List<BenchServer>();
        for (var node = 0; node < nodes; node++) started.Add(await ProbeServer.StartAsync([.. shared, $"--Cluster:Node=n{node}"]));
        return new NodesQueue(started, stored);
    }

    public Task SubmitAsync(string payload) => ProbeServer.SubmitAsync(_nodes[(int)((uint)Interlocked.Increment(ref _next) % _nodes.Count)], payload);

    public async Task UntilDoneAsync(int count)
    {
        _done += count;
        while (await DoneAsync() < _done) await Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var node in _nodes) await node.DisposeAsync();
    }

    private async Task<int> DoneAsync() => (int)(await _nodes[0].GetAsync("/jobs?status=FAILED&limit=1"))["total_jobs"]!;
}
