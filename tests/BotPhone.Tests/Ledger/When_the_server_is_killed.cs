using System.Text.Json;
using BotPhone.Hosting;
using BotPhone.Tests.Kit;

namespace BotPhone.Tests.Ledger;

/// <summary>With <c>kill -9</c> around the end of a job, and in the midst of a removal.</summary>
[Trait("Keeps", "files")]
public sealed class When_the_server_is_killed : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public When_the_server_is_killed() => _folder.Drop("Probe");

    private string[] Settings => [$"--Operators:Settings:PROBE:Effects={_folder.File("effects")}", "--Jobs:CleanupInterval=00:00:01"];

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(CrashPoint.DocumentStored)]
    [InlineData(CrashPoint.DocumentCaptured)]
    [InlineData(CrashPoint.JobEnded)]
    public async Task There_is_no_job_without_its_entry_and_no_entry_twice(string step)
    {
        var token = await PublishedServer.TokenAsync(_folder);
        await using (var server = await PublishedServer.StartAsync(_folder, new Dictionary<string, string> { ["BOTPHONE_CRASH_AFTER"] = step }, Settings))
        {
            using var client = new ApiClient(server.Address, token);
            await SubmitAsync(client);
            await server.EndAsync();
        }

        await using (var server = await PublishedServer.StartAsync(_folder, Settings))
        {
            using var client = new ApiClient(server.Address, token);
            var job = (string)(await client.GetAsync("/jobs"))["jobs"]![0]!["job_id"]!;
            var ended = await client.EndOfAsync(job);
            var entry = Assert.Single(await Bills.ListAsync(client));
            Assert.Equal((job, (string)ended["result"]!), ((string)entry["job_id"]!, (string)entry["key"]!));
            Assert.Equal(0, await server.StopAsync());
        }

        Assert.Equal(0, (await PublishedServer.RunAsync(_folder, "db", "check")).ExitCode);
    }

    [Fact]
    public async Task A_removal_that_was_cut_off_is_done_after_the_next_start()
    {
        var token = await PublishedServer.TokenAsync(_folder);
        await using (var server = await PublishedServer.StartAsync(_folder, new Dictionary<string, string> { ["BOTPHONE_CRASH_AFTER"] = CrashPoint.DocumentRemoved }, [.. Settings, "--Documents:Retention=00:00:01"]))
        {
            using var client = new ApiClient(server.Address, token);
            await SubmitAsync(client);
            await server.EndAsync();
        }

        await using (var server = await PublishedServer.StartAsync(_folder, [.. Settings, "--Documents:Retention=00:00:01"]))
        {
            using var client = new ApiClient(server.Address, token);
            await Until.TrueAsync(async () => (await Bills.ListAsync(client)).TrueForAll(entry => entry["key"] is null && entry["removida_em"] is not null), "the entry says that its document is gone");
            Assert.Single(await Bills.ListAsync(client));
        }

        Assert.Empty(Directory.GetFiles(_folder.File("data/documents"), "*.pdf", SearchOption.AllDirectories));
    }

    private static async Task SubmitAsync(ApiClient client)
    {
        try
        {
            await client.SendAsync(HttpMethod.Post, "/executar/probe", JsonSerializer.Serialize(Payloads.Probe("111")));
        }
        catch (HttpRequestException)
        {
            // The server died before it answered.
        }
    }
}
