namespace BotPhone.Benchmarks;

/// <summary>From the launch of the process to its first answer, with all operators and no data, and what it then holds; beside the platform's own server.</summary>
internal static class StartBenchmark
{
    private static readonly string[] Operators = ["Digitalnet", "Embratel", "Oi", "Sat", "Vivo"];

    public static async Task RunAsync(int rounds)
    {
        List<double> bareTimes = [], times = [], bareMemory = [], memory = [];
        for (var round = 0; round < rounds; round++)
        {
            await using (var bare = await BareServer.StartAsync())
            {
                bareTimes.Add(bare.TimeToHealthy.TotalMilliseconds);
                bareMemory.Add(bare.Memory);
            }

            await using var server = await BenchServer.StartAsync(Operators);
            times.Add(server.TimeToHealthy.TotalMilliseconds);
            memory.Add(server.Memory);
        }

        Report.Write("start", "Do início do processo à primeira resposta de /health", "ms", [new("plataforma: um endereço e nada mais", bareTimes), new("BotPhone, com as cinco operadoras", times)]);
        Report.Write("start-memory", "Memória residente, sem jobs", "MiB", [new("plataforma: um endereço e nada mais", bareMemory), new("BotPhone, com as cinco operadoras", memory)]);
    }
}
