using System.Text.Json.Nodes;
using BotPhone.Tests.Kit;

namespace BotPhone.Tests.Contract;

/// <summary>Contract §4: a slow client slows neither a job nor another client, and is told what it missed.</summary>
public class Section4_Many_clients
{
    private const int Clients = 200;
    private const int Jobs = 50;

    [Fact]
    public async Task Everyone_gets_every_line_once_and_in_order_while_one_of_each_kind_reads_nothing()
    {
        await using var server = await TestServer.StartAsync();
        using var deafStream = await DeafClient.OpenAsync(server);
        using var deafSocket = await SocketClient.OpenAsync(server.Address, token: server.Token);
        await deafSocket.SubscribeAsync("*");
        var streams = await Task.WhenAll(Enumerable.Range(1, Clients - 1).Select(_ => EventClient.OpenAsync(server.Address, token: server.Token)));
        var sockets = await Task.WhenAll(Enumerable.Range(1, Clients - 1).Select(_ => SocketClient.OpenAsync(server.Address, token: server.Token)));
        await Task.WhenAll(streams.Select(stream => stream.NextAsync()));
        await Task.WhenAll(sockets.Select(async socket =>
        {
            await socket.SubscribeAsync("*");
            await socket.PingAsync();
        }));

        var jobs = await Task.WhenAll(Enumerable.Range(0, Jobs).Select(i => server.Client.SubmitAsync("probe", Payloads.Probe($"chatters:10:0:{i}"))));
        await Task.WhenAll(streams.Select(stream => stream.UntilAsync(() => stream.Seen[^1].Data.AsObject().ContainsKey("jobs_done") && (int)stream.Seen[^1].Data["jobs_done"]! == Jobs, "the end of all jobs"))
            .Concat(sockets.Select(socket => socket.UntilAsync(EndOf(socket), "the end of all jobs"))));

        foreach (var job in jobs)
        {
            var status = await server.Client.StatusAsync(job);
            var expected = status["logs"]!.AsArray().Select(line => (string)line!["message"]!).ToList();
            Assert.Equal(16, expected.Count);
            foreach (var stream in streams) Assert.Equal(expected, LinesOf(job, stream.Logs));
            foreach (var socket in sockets) Assert.Equal(expected, LinesOf(job, socket.Of("log")));
        }

        foreach (var stream in streams) await stream.DisposeAsync();
        foreach (var socket in sockets) socket.Dispose();
    }

    [Fact]
    public async Task One_that_wakes_up_late_is_told_how_many_lines_it_missed_and_where()
    {
        await using var server = await TestServer.StartAsync();
        using var deaf = await DeafClient.OpenAsync(server);
        const int lines = 12_000;
        foreach (var _ in Enumerable.Range(0, 2)) await server.Client.RunAsync("probe", Payloads.Probe($"chatters:{lines / 2}:1900"));

        var (seen, dropped, ids) = (0, 0, new List<long>());
        await foreach (var line in deaf.ReadAsync())
        {
            if (line.StartsWith("id: ", StringComparison.Ordinal)) ids.Add(long.Parse(line.AsSpan(4)));
            if (!line.StartsWith("data: ", StringComparison.Ordinal)) continue;
            var data = JsonNode.Parse(line[6..])!;
            if ((string)data["type"]! == "log") seen++;
            if ((string)data["type"]! == "dropped") dropped += (int)data["count"]!;
            if ((string)data["type"]! == "system_status" && (int)data["jobs_done"]! == 2 && dropped > 0) break;
        }

        // Other things than lines can be missing too: states of the system.
        Assert.InRange(seen + dropped, lines + 12, lines + 12 + 60);
        Assert.InRange(dropped, 1, lines);
        Assert.Equal(ids.Distinct().Order(), ids);
    }

    [Fact]
    public async Task One_that_reads_nothing_does_not_keep_the_server_from_stopping()
    {
        var server = await TestServer.StartAsync();
        using var deafStream = await DeafClient.OpenAsync(server);
        using var deafSocket = await SocketClient.OpenAsync(server.Address, token: server.Token);
        await deafSocket.SubscribeAsync("*");
        await server.Client.RunAsync("probe", Payloads.Probe("chatters:6000:1900"));
        await server.DisposeAsync().AsTask().WaitAsync(TimeSpan.FromMinutes(1));
    }

    private static Func<bool> EndOf(SocketClient socket)
    {
        var (looked, ended) = (0, 0);
        return () =>
        {
            for (; looked < socket.Seen.Count; looked++)
                if ((string)socket.Seen[looked]["type"]! == "job_update" && (string)socket.Seen[looked]["data"]!["status"]! == "COMPLETED") ended++;
            return ended == Jobs;
        };
    }

    private static IEnumerable<string> LinesOf(string job, IEnumerable<JsonNode> logs) =>
        logs.Where(log => (string)log["job_id"]! == job).Select(log => (string)log["message"]!);
}
