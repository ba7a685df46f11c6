using BotPhone.Tests.Kit;

namespace BotPhone.Benchmarks;

/// <summary>Jobs a second of one, two and three nodes, and of one whose database is full of old jobs, beside Quartz alone on the same database server.</summary>
internal static class ClusterBenchmark
{
    private const int Jobs = 600;
    private const int Stored = 1_000_000;

    public static async Task RunAsync(int rounds)
    {
        using var postgres = new PostgresServer(durable: true);
        using var bucket = new BucketServer();
        List<IQueueWay> ways = [await QuartzWay.StartAsync(postgres)];
        try
        {
            for (var nodes = 1; nodes <= 3; nodes++) ways.Add(await QuartzWay.StartNodesAsync(nodes, postgres));
            for (var nodes = 1; nodes <= 3; nodes++) ways.Add(await ServerQueue.StartNodesAsync(nodes, postgres, bucket));
            ways.Add(await ServerQueue.StartNodesAsync(1, postgres, bucket, Stored));
            await QueueRace.RunAsync("cluster", $"{IQueueWay.AtATime} por vez em cada nó", ways, Jobs, rounds);
        }
        finally
        {
            foreach (var way in ways) await way.DisposeAsync();
        }
    }
}
