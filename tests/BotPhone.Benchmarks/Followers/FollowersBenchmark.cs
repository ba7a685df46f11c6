namespace BotPhone.Benchmarks;

/// <summary>Lines of one job to many followers, beside a broadcast of the platform's own server.</summary>
internal static class FollowersBenchmark
{
    private const int Lines = 100;
    private static readonly int[] Sizes = [100, 1_000, 5_000];

    private static readonly string Job = ProbeServer.Job($"chatters:{Lines}:80");

    public static async Task RunAsync(int rounds)
    {
        foreach (var size in Sizes) await RunAsync(rounds, size);
    }

    private static async Task RunAsync(int rounds, int size)
    {
        await using var bare = await BareServer.StartAsync();
        await using var server = await ProbeServer.StartAsync("--Notifications:MaxClients=10000");
        await using var ofBare = await Followers.ConnectAsync(Socket(bare.Http, "/ws"), size, null);
        await using var ofServer = await Followers.ConnectAsync(Socket(server.Http, "/ws/notifications"), size, """{"action":"subscribe","job_id":"*"}""");

        List<double> bareRates = [], rates = [], bareDelays = [], delays = [];
        for (var round = -1; round < rounds; round++)
        {
            var (bareRate, bareDelay) = await ofBare.HearAsync(Lines, async () => (await bare.Http.PostAsync(new Uri($"/tell?lines={Lines}", UriKind.Relative), null)).EnsureSuccessStatusCode());
            var (rate, delay) = await ofServer.HearAsync(Lines, () => ProbeServer.SubmitAsync(server, Job));
            // The first one warms up.
            if (round < 0) continue;
            bareRates.Add(bareRate);
            rates.Add(rate);
            bareDelays.AddRange(bareDelay);
            delays.AddRange(delay);
        }

        Report.Write($"followers-{size}", $"{Lines} linhas de um job a {size} clientes por WebSocket", "linhas por segundo", [new("plataforma: a todos, linha por linha", bareRates), new("BotPhone", rates)]);
        Report.Write($"followers-{size}-delay", $"De quando a linha foi escrita a quando um de {size} clientes a tem", "ms", [new("plataforma", bareDelays), new("BotPhone", delays)]);
        Report.Write($"followers-{size}-memory", $"Memória residente com {size} clientes", "MiB", [new("plataforma", [bare.Memory]), new("BotPhone", [server.Memory])]);
    }

    private static Uri Socket(HttpClient http, string path) => new($"ws://{http.BaseAddress!.Authority}{path}");
}
