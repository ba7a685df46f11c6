using System.Text;
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

        var forms = new[] { password, Uri.EscapeDataString(password), Convert.ToBase64String(Encoding.UTF8.GetBytes(password)) };
        foreach (var form in forms)
        {
            Assert.DoesNotContain(form, oi.Server.Log.Text, StringComparison.Ordinal);
            Assert.DoesNotContain(form, status.ToJsonString(), StringComparison.Ordinal);
            foreach (var file in Directory.GetFiles(oi.Server.DataPath, "*", SearchOption.AllDirectories).Where(file => !file.EndsWith(".lock", StringComparison.Ordinal)))
                Assert.True(Bytes(file).IndexOf(Encoding.UTF8.GetBytes(form)) < 0, $"{file} holds the password");
        }
    }

    private static ReadOnlySpan<byte> Bytes(string file)
    {
        using var content = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        using var bytes = new MemoryStream();
        content.CopyTo(bytes);
        return bytes.ToArray();
    }
}
