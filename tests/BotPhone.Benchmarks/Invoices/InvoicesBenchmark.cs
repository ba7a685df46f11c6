using System.Diagnostics;
using BotPhone.PortalSimulator;
using BotPhone.PortalSimulator.Oi;

namespace BotPhone.Benchmarks;

/// <summary>Invoices of the simulated OI portal, five at a time: by the server, by what such robots usually are, and by the least that it takes.</summary>
internal static class InvoicesBenchmark
{
    private const int InARound = 10;
    private static readonly SimulatedCase[] Wanted = [OiData.Simple, OiData.OneDigitApart, OiData.TwoInOneMonth];

    public static async Task RunAsync(int rounds)
    {
        using var portal = await PortalProcess.StartAsync();
        await using var naive = new NaivePeer(portal.Oi);
        await using var bare = await BareLoop.StartAsync(portal.Oi);
        await using var server = await ServerWay.StartAsync(portal.Oi);
        IInvoiceWay[] ways = [naive, bare, server];
        var (rates, costs) = (ways.ToDictionary(way => way, _ => new List<double>()), ways.ToDictionary(way => way, _ => new List<double>()));
        for (var round = 0; round <= rounds; round++)
        {
            foreach (var way in ways)
            {
                var (rate, cost) = await MeasureAsync(way, portal);
                // The first warms up.
                if (round == 0) continue;
                rates[way].Add(rate);
                costs[way].Add(cost);
            }
        }

        Report.Write("invoices", "Faturas por minuto, cinco por vez", "faturas/min", [.. ways.Select(way => new Measurement(way.Name, rates[way]))]);
        Report.Write("invoices-processor", "Processador por fatura, portal à parte", "s", [.. new IInvoiceWay[] { bare, server, naive }.Select(way => new Measurement(way.Name, costs[way]))]);
        Report.Write("invoices-memory", "Memória residente do servidor, sem os navegadores", "MiB", [new("sem jobs", [server.IdleMemory]), new("com cinco jobs", server.Memory)]);
    }

    private static async Task<(double Rate, double Cost)> MeasureAsync(IInvoiceWay way, PortalProcess portal)
    {
        var wanted = Enumerable.Range(0, InARound).Select(i => Wanted[i % Wanted.Length]).ToList();
        var (start, busy, others) = (Stopwatch.GetTimestamp(), Machine.BusySeconds(), portal.ProcessorTime);
        await way.FetchAsync(wanted);
        var cost = Machine.BusySeconds() - busy - (portal.ProcessorTime - others).TotalSeconds;
        return (InARound / Stopwatch.GetElapsedTime(start).TotalMinutes, cost / InARound);
    }
}
