using BotPhone.Tests.Kit;

namespace BotPhone.Tests.Contract;

/// <summary>Contract §4: <c>Last-Event-ID</c> holds over the death of the server.</summary>
public sealed class Section4_Restarts : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_stream_resumed_after_a_kill_has_every_line_that_was_kept_once_and_in_order()
    {
        _folder.Drop("Probe");
        var token = await PublishedServer.TokenAsync(_folder);
        var setting = $"--Operators:Settings:PROBE:Effects={_folder.File("effects")}";
        var seen = new List<long>();
        string first, last;
        await using (var server = await PublishedServer.StartAsync(_folder, setting))
        {
            using var client = new ApiClient(server.Address, token);
            await using var stream = await EventClient.OpenAsync(server.Address, token: token);
            await stream.NextAsync();
            first = await client.SubmitAsync("probe", Payloads.Probe("ok"));
            await stream.UntilLogAsync("concluído: completed");
            // The line is told a moment before the final state is durable.
            await client.EndOfAsync(first);
            await server.KillAsync();
            seen.AddRange(stream.Logs.Select(log => (long)log["id"]!));
            last = stream.LastId;
        }

        await using (var server = await PublishedServer.StartAsync(_folder, setting))
        {
            using var client = new ApiClient(server.Address, token);
            var second = await client.SubmitAsync("probe", Payloads.Probe("ok:2"));
            await client.EndOfAsync(second);
            await using var stream = await EventClient.OpenAsync(server.Address, token: token, lastEventId: last);
            await stream.UntilLogAsync($"Job {second} concluído: completed");
            Assert.DoesNotContain(stream.Logs, log => (string)log["job_id"]! == first);
            Assert.Equal(6, stream.Logs.Count());
            seen.AddRange(stream.Logs.Select(log => (long)log["id"]!));
        }

        Assert.Equal(seen.Distinct().Order(), seen);
    }
}
