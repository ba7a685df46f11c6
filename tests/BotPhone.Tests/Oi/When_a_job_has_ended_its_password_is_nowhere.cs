using System.Text.Json.Nodes;
using BotPhone.PortalSimulator.Oi;
using BotPhone.Tests.Kit;

namespace BotPhone.Tests.Oi;

/// <summary>Every test of a portal ends with a search in files, log and answers; here live notifications are searched too.</summary>
public class When_a_job_has_ended_its_password_is_nowhere
{
    [Theory]
    [InlineData(null, "COMPLETED")]
    [InlineData("Err@da&1%çã\"o", "FAILED")]
    public async Task Not_in_any_notification_file_log_or_answer(string? wrong, string expected)
    {
        await using var oi = await PortalServer.StartAsync("Oi");
        await using var stream = await EventClient.OpenAsync(oi.Server.Address, token: oi.Server.Token);
        using var socket = await SocketClient.OpenAsync(oi.Server.Address, token: oi.Server.Token);
        await socket.SendAsync("""{"action":"subscribe","job_id":"*"}""");

        var status = await oi.RunAsync(OiData.Simple, wrong);
        Assert.True((string)status["status"]! == expected, status.ToJsonString());
        await stream.UntilLogAsync("concluído: ");
        await socket.UntilAsync(() => socket.Seen.Any(IsEnd), "the job has ended");
        Secrets.AssertNotIn(
            string.Concat(stream.Seen.Select(item => item.Data.ToJsonString()).Concat(socket.Seen.Select(one => one.ToJsonString()))), wrong ?? OiData.Simple.Login.Password);
    }

    private static bool IsEnd(JsonNode message) => (string?)message["data"]?["status"] is "COMPLETED" or "FAILED";
}
