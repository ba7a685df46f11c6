using System.Text;
using BotPhone.PortalSimulator;
using BotPhone.PortalSimulator.Sat;

namespace BotPhone.Tests.Sat;

public sealed class When_signing_in_goes_wrong : SatTroubleTests
{
    [Fact]
    public async Task T01_A_wrong_password_is_sent_once_and_said_so()
    {
        const string Wrong = "errada&Ção%9";
        await using var sat = await SatServer.StartAsync($"--Operators:Settings:SAT:Senha={Wrong}");
        var status = await sat.RunAsync(SatData.Simple);
        SatServer.AssertFailed(status, "AUTH_CREDENCIAIS_INVALIDAS");
        Assert.StartsWith("Erro de autenticação na operadora: ", (string)status["error"]!, StringComparison.Ordinal);
        Assert.Equal("senha_invalida", Assert.Single(sat.Seen(EventKind.LoginPost)).Result);
        Assert.Empty(sat.Rows);

        Assert.DoesNotContain(Wrong, sat.Server.Log.Text + status.ToJsonString(), StringComparison.Ordinal);
        foreach (var key in status["evidence"]!.AsArray())
            Assert.True((await sat.Server.Client.Http.GetByteArrayAsync($"/arquivos/{key}")).AsSpan().IndexOf(Encoding.UTF8.GetBytes(Wrong)) < 0, $"{key} holds the password");
    }

    [Fact]
    public Task T02_Account_locked() => AssertFailsAsync(Of("T02"), "AUTH_CONTA_BLOQUEADA", 1, logins: 1);

    [Fact]
    public Task T09_A_sign_in_without_an_answer_is_not_tried_again() => AssertFailsAsync(Of("T09", "spinner"), "TEMPO_PAGINA", 1, logins: 1);

    /// <summary>Nobody knows what became of the password: neither the server nor the browser sends it again.</summary>
    [Fact]
    public Task T10_Answer_lost_after_the_password_was_read() => AssertFailsAsync(Of("T10", "acesso"), "NAV_PORTAL_INDISPONIVEL", 1, logins: 1);

    [Theory]
    [InlineData("Login")]
    [InlineData("Senha")]
    public async Task Without_an_access_in_the_settings_nothing_is_opened(string setting)
    {
        await using var sat = await SatServer.StartAsync($"--Operators:Settings:SAT:{setting}=");
        SatServer.AssertFailed(await sat.RunAsync(SatData.Simple), "AUTH_DADO_AUSENTE", says: $"Operators:Settings:SAT:{setting}");
        Assert.Empty(sat.Portal.Events);
    }

    [Fact]
    public async Task Another_access_sees_other_clients()
    {
        var (login, wanted) = SatData.Alphanumeric;
        await using var sat = await SatServer.StartAsync($"--Operators:Settings:SAT:Login={login.User}", $"--Operators:Settings:SAT:Senha={login.Password}");
        sat.AssertRegistered(await sat.RunAsync(wanted), wanted);
        SatServer.AssertFailed(await sat.RunAsync(SatData.Simple), "SAT_CLIENTE_NAO_ENCONTRADO");
    }
}
