using BotPhone.Tests.Kit;

namespace BotPhone.Tests.Contract;

/// <summary>Contract §3: FIFO, at most <c>Jobs:MaxConcurrency</c> at a time.</summary>
public class Section3_Many_jobs
{
    [Fact]
    public async Task Five_run_and_the_rest_waits()
    {
        await using var server = await TestServer.StartAsync();
        var ids = new List<string>();
        for (var i = 0; i < 12; i++) ids.Add(await server.Client.SubmitAsync("probe", Payloads.Probe($"waits:{i}")));

        await Until.TrueAsync(() => server.Runs().Count == 5, "five jobs run");
        var health = await server.Client.GetAsync("/health");
        Assert.Equal((7, 5), ((int)health["jobs_pending"]!, (int)health["jobs_active"]!));

        server.OpenGate();
        foreach (var id in ids) Assert.Equal("COMPLETED", (string)(await server.Client.EndOfAsync(id))["status"]!);
        Assert.Equal(12, server.Runs().Count);
    }

    [Fact]
    public async Task They_are_started_in_the_order_in_which_they_came()
    {
        await using var server = await TestServer.StartAsync("--Jobs:MaxConcurrency=1");
        server.OpenGate();
        var ids = new List<string>();
        for (var i = 0; i < 20; i++) ids.Add(await server.Client.SubmitAsync("probe", Payloads.Probe($"waits:{i}")));
        foreach (var id in ids) await server.Client.EndOfAsync(id);
        Assert.Equal(Enumerable.Range(0, 20).Select(i => $"waits:{i}"), server.Runs());
    }
}
