using BotPhone.PortalSimulator.Oi;
using BotPhone.Tests.Kit;

namespace BotPhone.Tests.Oi;

public sealed class When_signing_in_goes_wrong() : TroubleTests("Oi", OiData.Simple)
{
    [Fact]
    public Task T01_A_wrong_password_is_sent_once_and_said_so() => AssertWrongPasswordIsSentOnceAsync();

    [Fact]
    public Task T02_Account_locked() => AssertFailsAsync(Of("T02"), "AUTH_CONTA_BLOQUEADA", 1, "Conta bloqueada por excesso de tentativas.");

    [Fact]
    public Task T03_Password_change_demanded() => AssertFailsAsync(Of("T03"), "AUTH_SENHA_EXPIRADA", 1);

    [Theory]
    [InlineData("pagina")]
    [InlineData("quadro")]
    public Task T05_Challenge(string variant) => AssertFailsAsync(Of("T05", variant), "AUTH_CAPTCHA", 1);

    /// <summary>Nobody knows what became of the password: neither the server nor the browser sends it again.</summary>
    [Fact]
    public Task T10_Answer_lost_after_the_password_was_read() => AssertFailsAsync(Of("T10", "acesso"), "NAV_PORTAL_INDISPONIVEL", 1, logins: 1);
}
