using System.Text.Json;
using BotPhone.Hosting;
using BotPhone.Tests.Kit;

namespace BotPhone.Tests.Statistics;

/// <summary>With <c>kill -9</c> around the end of a job.</summary>
[Trait("Keeps", "files")]
public sealed class When_the_server_is_killed : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public When_the_server_is_killed() => _folder.Drop("Probe");

    private string Effects => $"--Operators:Settings:PROBE:Effects={_folder.File("effects")}";

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(CrashPoint.AttemptBegun, "fails:AUTH_CAPTCHA", 0)]
    [InlineData(CrashPoint.JobEnded, "fails:AUTH_CAPTCHA", 0)]
    [InlineData(CrashPoint.PayloadErased, "fails:AUTH_CAPTCHA", 0)]
    [InlineData(CrashPoint.DocumentCaptured, "ok", 1)]
    [InlineData(CrashPoint.JobEnded, "ok", 1)]
    public async Task Each_job_is_counted_once(string step, string filter, int completed)
    {
        var token = await PublishedServer.TokenAsync(_folder);
        await using (var server = await PublishedServer.StartAsync(_folder, new Dictionary<string, string> { ["BOTPHONE_CRASH_AFTER"] = step }, Effects))
        {
            using var client = new ApiClient(server.Address, token);
            await SubmitAsync(client, filter);
            await server.EndAsync();
        }

        await using (var server = await PublishedServer.StartAsync(_folder, Effects))
        {
            using var client = new ApiClient(server.Address, token);
            await client.EndOfAsync((string)(await client.GetAsync("/jobs"))["jobs"]![0]!["job_id"]!);
            var day = Assert.Single((await client.GetAsync("/estatisticas"))["dias"]!.AsArray())!;
            Assert.Equal((completed, completed == 1 ? "{}" : """{"AUTH_CAPTCHA":1}"""), ((int)day["concluidos"]!, day["falhas"]!.ToJsonString()));
            var failures = (await client.GetAsync("/faturas/falhas"))["falhas"]!.AsArray();
            Assert.Equal(completed == 1 ? [] : [1], failures.Select(failed => (int)failed!["tentativas"]!));
            Assert.Single((await client.GetAsync("/operadoras/historico"))["historico"]!.AsArray());
            Assert.Equal(0, await server.StopAsync());
        }

        Assert.Equal(0, (await PublishedServer.RunAsync(_folder, "db", "check")).ExitCode);
    }

    private static async Task SubmitAsync(ApiClient client, string filter)
    {
        try
        {
            await client.SendAsync(HttpMethod.Post, "/executar/probe", JsonSerializer.Serialize(Payloads.Probe(filter)));
        }
        catch (HttpRequestException)
        {
            // The server died before it answered.
        }
    }
}
