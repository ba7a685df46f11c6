using System.Net;
using BotPhone.Tests.Kit;

namespace BotPhone.Tests.Contract;

public class Section3_Old_jobs
{
    [Fact]
    public async Task Ended_ones_are_removed_and_their_invoices_stay()
    {
        await using var server = await TestServer.StartAsync("--Jobs:Retention=00:00:01", "--Jobs:CleanupInterval=00:00:01");
        var running = await server.Client.SubmitAsync("probe", Payloads.Probe("waits"));
        var ended = await server.Client.RunAsync("probe", Payloads.Probe("ok"));
        await Until.TrueAsync(
            async () => (await server.Client.SendAsync(HttpMethod.Get, $"/status/{ended["job_id"]}")).Status == HttpStatusCode.NotFound, "the ended job is removed");

        using var file = await server.Client.Http.GetAsync($"/arquivos/{ended["result"]}");
        Assert.Equal(HttpStatusCode.OK, file.StatusCode);
        Assert.Equal("RUNNING", (string)(await server.Client.StatusAsync(running))["status"]!);
        server.OpenGate();
    }
}
