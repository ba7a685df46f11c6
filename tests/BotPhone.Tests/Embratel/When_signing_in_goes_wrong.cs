using BotPhone.PortalSimulator;
using BotPhone.PortalSimulator.Embratel;
using BotPhone.Tests.Kit;

namespace BotPhone.Tests.Embratel;

public sealed class When_signing_in_goes_wrong : EmbratelTroubleTests
{
    [Fact]
    public Task T01_A_wrong_password_is_sent_once_and_said_so() => AssertWrongPasswordIsSentOnceAsync();

    [Fact]
    public Task T02_Account_locked() => AssertFailsAsync(Of("T02"), "AUTH_CONTA_BLOQUEADA", 1, "Usuário bloqueado por excesso de tentativas.", logins: 1);

    [Fact]
    public async Task T03_Password_change_demanded_and_nothing_typed()
    {
        await using var server = await PortalServer.StartAsync("Embratel");
        server.Portal.Inject(Of("T03"));
        AssertFailed(server, await server.RunAsync(EmbratelData.Simple), "AUTH_SENHA_EXPIRADA", 1);
        Assert.Empty(server.Seen(EventKind.NewPasswordPost));
        Assert.Single(server.LoginPosts);
    }

    [Theory]
    [InlineData("pagina")]
    [InlineData("formulario")]
    public Task T05_Challenge(string variant) => AssertFailsAsync(Of("T05", variant), "AUTH_CAPTCHA", 1, logins: 0);

    /// <summary>Nobody knows what became of the password: neither the server nor the browser sends it again.</summary>
    [Fact]
    public Task T10_Answer_lost_after_the_password_was_read() => AssertFailsAsync(Of("T10", "acesso"), "NAV_PORTAL_INDISPONIVEL", 1, logins: 1);
}
