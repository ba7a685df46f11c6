using BotPhone.PortalSimulator;
using BotPhone.PortalSimulator.Digitalnet;
using BotPhone.Tests.Kit;

namespace BotPhone.Tests.Digitalnet;

public sealed class When_signing_in_goes_wrong : DigitalnetTroubleTests
{
    [Fact]
    public Task T01_A_wrong_password_is_sent_once_and_said_so() => AssertWrongPasswordIsSentOnceAsync();

    [Fact]
    public Task T02_Account_locked() => AssertFailsAsync(Of("T02"), "AUTH_CONTA_BLOQUEADA", 1, "Acesso bloqueado por excesso de tentativas.", logins: 1);

    [Fact]
    public async Task T04_Terms_are_not_accepted_in_the_clients_name()
    {
        await using var server = await PortalServer.StartAsync("Digitalnet");
        server.Portal.Inject(Of("T04"));
        AssertFailed(server, await server.RunAsync(DigitalnetData.OneContract), "AUTH_TERMO_PENDENTE", 1);
        Assert.Empty(server.Seen(EventKind.TermsAccepted));
        Assert.Single(server.LoginPosts);
        Assert.Single(server.Seen(EventKind.Logout));
    }

    [Theory]
    [InlineData("pagina", 0)]
    [InlineData("acesso", 1)]
    public Task T05_Challenge(string variant, int logins) => AssertFailsAsync(Of("T05", variant), "AUTH_CAPTCHA", 1, logins: logins);

    /// <summary>Nobody knows what became of the password: it is not sent again.</summary>
    [Fact]
    public Task T10_Answer_cut_after_the_password_was_read() => AssertFailsAsync(Of("T10", "acesso"), "NAV_PORTAL_INDISPONIVEL", 1, logins: 1);

    [Theory]
    [InlineData("fazer_login", "renomeado", "#btn_fazer_login")]
    [InlineData("entrar", "ausente", "#btn_entrar")]
    public Task T13_Button_renamed_or_missing(string element, string variant, string names) =>
        AssertFailsAsync(Of("T13", variant, element: element), "NAV_LAYOUT_ALTERADO", 1, names, logins: 0);
}
