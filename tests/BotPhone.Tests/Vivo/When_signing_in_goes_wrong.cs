using BotPhone.PortalSimulator;
using BotPhone.PortalSimulator.Vivo;
using BotPhone.Tests.Kit;

namespace BotPhone.Tests.Vivo;

public sealed class When_signing_in_goes_wrong() : TroubleTests("Vivo", VivoData.Simple)
{
    [Fact]
    public Task T01_A_wrong_password_is_sent_once_and_said_so() => AssertWrongPasswordIsSentOnceAsync();

    [Fact]
    public Task T02_Account_locked() => AssertFailsAsync(Of("T02"), "AUTH_CONTA_BLOQUEADA", 1, "Acesso bloqueado por excesso de tentativas.", logins: 1);

    [Fact]
    public Task T03_Password_change_demanded() => AssertFailsAsync(Of("T03"), "AUTH_SENHA_EXPIRADA", 1, logins: 1);

    [Fact]
    public Task T04_Terms_to_accept() => AssertFailsAsync(Of("T04"), "AUTH_TERMO_PENDENTE", 1, logins: 1);

    [Theory]
    [InlineData("pagina")]
    [InlineData("quadro")]
    public Task T05_Challenge(string variant) => AssertFailsAsync(Of("T05", variant), "AUTH_CAPTCHA", 1, logins: 0);

    /// <summary>Nobody knows what became of the password: neither the server nor the browser sends it again.</summary>
    [Fact]
    public Task T10_Answer_lost_after_the_password_was_read() => AssertFailsAsync(Of("T10", "acesso"), "NAV_PORTAL_INDISPONIVEL", 1, logins: 1);

    [Fact]
    public Task T06_Second_factor() => AssertFailsAsync(Of("T06"), "AUTH_MFA", 1, logins: 1);

    [Theory]
    [InlineData(null, "AUTH_DADO_AUSENTE", "'cpf'")]
    [InlineData("12345678909", "AUTH_CREDENCIAIS_INVALIDAS", "CPF não confere")]
    public async Task The_CPF_that_some_are_asked_for_is_missing_or_wrong(string? cpf, string code, string says)
    {
        var usual = VivoData.Punctuated;
        await using var vivo = await PortalServer.StartAsync("Vivo");
        AssertFailed(vivo, await vivo.RunAsync(usual with { Login = usual.Login with { Cpf = cpf } }), code, 1, says);
        Assert.Empty(vivo.LoginPosts);
    }
}
