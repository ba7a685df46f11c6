using System.Diagnostics;
using BotPhone.Tests.Kit;

namespace BotPhone.Benchmarks;

/// <summary>Jobs a second of one, two and three nodes, and of one whose database is full of old jobs, beside Quartz alone on the same database server.</summary>
internal static class ClusterBenchmark
{
    private const int Jobs = 600;
    private const int Callers = 16;
    private const int Stored = 1_000_000;

    public static async Task RunAsync(int rounds)
    {
        using var postgres = new PostgresServer(durable: true);
        using var bucket = new BucketServer();
        List<IQueueWay> ways = [await QuartzWay.StartAsync(postgres)];
        try
        {
            for (var nodes = 1; nodes <= 3; nodes++) ways.Add(await NodesQueue.StartAsync(nodes, postgres, bucket));
            ways.Add(await NodesQueue.StartAsync(1, postgres, bucket, Stored));
            var rates = ways.Select(_ => new List<double>()).ToList();
            for (var round = -1; round < rounds; round++)
            {
                foreach (var (way, seen) in ways.Zip(rates))
                {
                    var rate = await MeasureAsync(way);
                    // The first one warms up.
                    if (round >= 0) seen.Add(rate);
                }
            }

            Report.Write("cluster", $"{Jobs} jobs que nada fazem, {IQueueWay.AtATime} por vez em cada nó, entregues por {Callers} clientes", "por segundo", [.. ways.Zip(rates, (way, seen) => new Measurement(way.Name, seen))]);
        }
        finally
        {
            foreach (var way in ways) await way.DisposeAsync();
        }
    }

    private static async Task<double> MeasureAsync(IQueueWay way)
    {
        var payload = ProbeServer.Job("fails:NAV_FATURA_NAO_ENCONTRADA");
        var start = Stopwatch.GetTimestamp();
        await Parallel.ForAsync(0, Jobs, new ParallelOptions { MaxDegreeOfParallelism = Callers }, async (_, _) => await way.SubmitAsync(payload));
        await way.UntilDoneAsync(Jobs);
        return Jobs / Stopwatch.GetElapsedTime(start).TotalSeconds;
    }
}
