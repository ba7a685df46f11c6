namespace BotPhone.Benchmarks;

/// <summary>Requests a second, beside the platform's own server that reads and answers the same.</summary>
internal static class RequestsBenchmark
{
    public static async Task RunAsync(int rounds)
    {
        var (server, statusPath) = await HeldServer.StartAsync();
        await using var ours = server;
        await using var bare = await BareServer.StartAsync(await ours.Http.GetStringAsync(new Uri(statusPath, UriKind.Relative)));
        List<double> bareGets = [], gets = [], barePosts = [], posts = [];
        for (var round = -1; round < rounds; round++)
        {
            var (bareGet, get) = (await Wrk.RunAsync(bare.Http, statusPath), await Wrk.RunAsync(ours.Http, statusPath));
            var (barePost, post) = (await Wrk.RunAsync(bare.Http, ProbeServer.Path, HeldServer.Job), await Wrk.RunAsync(ours.Http, ProbeServer.Path, HeldServer.Job));
            // The first one warms up.
            if (round < 0) continue;
            bareGets.Add(bareGet);
            gets.Add(get);
            barePosts.Add(barePost);
            posts.Add(post);
        }

        Report.Write("requests-status", "GET /status/{id}", "por segundo", [new("plataforma: o mesmo texto, sem token", bareGets), new("BotPhone", gets)]);
        Report.Write("requests-submit", "POST /executar/{operadora}", "por segundo", [new("plataforma: lê, nada guarda", barePosts), new("BotPhone: aceito e gravado em disco", posts)]);
    }
}
