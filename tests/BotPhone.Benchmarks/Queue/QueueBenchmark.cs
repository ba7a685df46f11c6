using BotPhone.Tests.Kit;

namespace BotPhone.Benchmarks;

/// <summary>Jobs a second, beside libraries that do jobs in the background.</summary>
internal static class QueueBenchmark
{
    private const int Jobs = 1_000;

    public static async Task RunAsync(int rounds)
    {
        using var postgres = new PostgresServer(durable: true);
        IQueueWay[] ways = [HangfireWay.OnPostgres(postgres), await QuartzWay.StartAsync(postgres), HangfireWay.InMemory(), await ServerQueue.StartAsync()];
        try
        {
            await QueueRace.RunAsync("queue", $"{IQueueWay.AtATime} por vez", ways, Jobs, rounds);
        }
        finally
        {
            foreach (var way in ways) await way.DisposeAsync();
        }
    }
}
