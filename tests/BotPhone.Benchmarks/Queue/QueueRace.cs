using System.Diagnostics;

namespace BotPhone.Benchmarks;

/// <summary>Jobs a second of several ways, in turns: from the first that is handed over to the end of the last.</summary>
internal static class QueueRace
{
    private const int Callers = 16;
    private static readonly string Payload = ProbeServer.Job("fails:NAV_FATURA_NAO_ENCONTRADA");

    /// <param name="name">Of the report.</param>
    /// <param name="atATime">How many run at the same time, in Portuguese.</param>
    /// <param name="ways">The first is what the others are compared with.</param>
    /// <param name="jobs">How many in each turn.</param>
    /// <param name="rounds">How many turns, after one that warms up.</param>
    public static async Task RunAsync(string name, string atATime, IReadOnlyList<IQueueWay> ways, int jobs, int rounds)
    {
        var rates = ways.Select(_ => new List<double>()).ToList();
        for (var round = -1; round < rounds; round++)
        {
            foreach (var (way, seen) in ways.Zip(rates))
            {
                var rate = await MeasureAsync(way, jobs);
                if (round >= 0) seen.Add(rate);
            }
        }

        Report.Write(name, $"{jobs} jobs que nada fazem, {atATime}, entregues por {Callers} clientes", "por segundo", [.. ways.Zip(rates, (way, seen) => new Measurement(way.Name, seen))]);
    }

    private static async Task<double> MeasureAsync(IQueueWay way, int jobs)
    {
        var start = Stopwatch.GetTimestamp();
        await Parallel.ForAsync(0, jobs, new ParallelOptions { MaxDegreeOfParallelism = Callers }, async (_, _) => await way.SubmitAsync(Payload));
        await way.UntilDoneAsync(jobs);
        return jobs / Stopwatch.GetElapsedTime(start).TotalSeconds;
    }
}
