using BotPhone.PortalSimulator.Oi;
using BotPhone.Tests.Kit;

namespace BotPhone.Tests.Oi;

public class When_a_job_has_ended_its_password_is_nowhere
{
    [Theory]
    [InlineData(null, "COMPLETED")]
    [InlineData("Err@da&1%çã\"o", "FAILED")]
    public async Task Not_in_any_file_log_or_answer(string? wrong, string expected)
    {
        var password = wrong ?? OiData.Simple.Login.Password;
        await using var oi = await PortalServer.StartAsync("Oi");
        var status = await oi.RunAsync(OiData.Simple, wrong);
        Assert.True((string)status["status"]! == expected, status.ToJsonString());

        Secrets.AssertInNoFile(oi.Server.DataPath, password);
        foreach (var form in Secrets.FormsOf(password))
        {
            Assert.DoesNotContain(form, oi.Server.Log.Text, StringComparison.Ordinal);
            Assert.DoesNotContain(form, status.ToJsonString(), StringComparison.Ordinal);
        }
    }
}
