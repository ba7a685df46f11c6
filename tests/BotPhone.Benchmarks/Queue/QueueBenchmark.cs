using System.Diagnostics;
using BotPhone.Tests.Kit;

namespace BotPhone.Benchmarks;

/// <summary>Jobs a second, from the first that is handed over to the end of the last, beside libraries that do jobs in the background.</summary>
internal static class QueueBenchmark
{
    private const int Jobs = 1_000;
    private const int Callers = 16;

    private static readonly string Payload = ProbeServer.Job("fails:NAV_FATURA_NAO_ENCONTRADA");

    public static async Task RunAsync(int rounds)
    {
        using var postgres = new PostgresServer(durable: true);
        IQueueWay[] ways = [HangfireWay.OnPostgres(postgres), await QuartzWay.StartAsync(postgres), HangfireWay.InMemory(), await ServerQueue.StartAsync()];
        try
        {
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

            Report.Write("queue", $"{Jobs} jobs que nada fazem, {IQueueWay.AtATime} por vez, entregues por {Callers} clientes", "por segundo", [.. ways.Zip(rates, (way, seen) => new Measurement(way.Name, seen))]);
        }
        finally
        {
            foreach (var way in ways) await way.DisposeAsync();
        }
    }

    private static async Task<double> MeasureAsync(IQueueWay way)
    {
        var start = Stopwatch.GetTimestamp();
        await Parallel.ForAsync(0, Jobs, new ParallelOptions { MaxDegreeOfParallelism = Callers }, async (_, _) => await way.SubmitAsync(Payload));
        await way.UntilDoneAsync(Jobs);
        return Jobs / Stopwatch.GetElapsedTime(start).TotalSeconds;
    }
}
