using BotPhone.Tests.Kit;

namespace BotPhone.Tests.Faults;

/// <summary>The operator's next jobs wait, everyone else's go on, and who asks is told until when.</summary>
public class When_a_portal_is_down
{
    [Fact]
    public async Task The_operators_jobs_wait_others_pass_and_all_run_in_the_end()
    {
        using var folder = new TemporaryFolder();
        // Two failures in a row pause for one unit: long enough to look on a busy machine, short enough to await. With one permit
        // the second starts when the first is counted.
        await using var server = await TestServer.StartWithAsync(
            ["Probe", "Once"], "--Jobs:OutagePause=00:00:20", "--Jobs:MaxConcurrency=1", "--Jobs:MaxAttempts=1", $"--Operators:Settings:ONCE:Effects={folder.File("once")}");
        for (var i = 0; i < 2; i++) await server.Client.RunAsync("probe", Payloads.Probe("fails:NAV_PORTAL_INDISPONIVEL"));

        var waiting = await server.Client.SubmitAsync("probe", Payloads.Probe("ok"));
        await Until.TrueAsync(async () => await PausedUntilAsync(server) is not null, "a pause is told");
        Assert.Equal("COMPLETED", (string)(await server.Client.RunAsync("once", Payloads.Probe("ok")))["status"]!);
        Assert.Equal("PENDING", (string)(await server.Client.StatusAsync(waiting))["status"]!);

        Assert.Equal("COMPLETED", (string)(await server.Client.EndOfAsync(waiting))["status"]!);
        Assert.Contains("O portal da operadora PROBE está fora do ar", server.Log.Text, StringComparison.Ordinal);
    }

    private static async Task<string?> PausedUntilAsync(TestServer server) =>
        (string?)(await server.Client.GetAsync("/operadoras"))["operadoras"]!.AsArray().Single(one => (string)one!["code"]! == "PROBE")!["paused_until"];
}
