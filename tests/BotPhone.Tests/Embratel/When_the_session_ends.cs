using BotPhone.PortalSimulator;
using BotPhone.PortalSimulator.Embratel;
using BotPhone.Tests.Kit;

namespace BotPhone.Tests.Embratel;

public sealed class When_the_session_ends : EmbratelTroubleTests
{
    private const int AtTheGate = 1;
    private const int InTheList = 3;
    private const int InADocument = 8;

    [Theory]
    [InlineData("entrada", AtTheGate)]
    [InlineData("entrada", InTheList)]
    [InlineData("entrada", InADocument)]
    [InlineData("vazio", InTheList)]
    public Task T16_One_new_sign_in_and_no_more(string variant, int after) =>
        AssertFailsAsync(Of("T16", variant) with { After = after }, "AUTH_SESSAO_EXPIRADA", 2, logins: 2);

    [Fact]
    public Task T16_Lists_that_are_empty_only_because_the_session_is_over() =>
        AssertSucceedsAsync(Of("T16", "vazio", times: 1) with { After = InTheList }, attempts: 2);

    [Fact]
    public async Task T17_Jobs_of_one_login_run_one_after_another()
    {
        await using var server = await PortalServer.StartAsync("Embratel");
        var (first, second) = (await server.SubmitAsync(EmbratelData.Simple), await server.SubmitAsync(EmbratelData.OneDigitApart));
        await AssertBroughtAsync(server, await server.Server.Client.EndOfAsync(first), EmbratelData.Simple);
        await AssertBroughtAsync(server, await server.Server.Client.EndOfAsync(second), EmbratelData.OneDigitApart);
        Assert.Equal(
            [EventKind.LoginPost, EventKind.Logout, EventKind.LoginPost, EventKind.Logout],
            server.Portal.Events.Select(seen => seen.Kind).Where(kind => kind is EventKind.LoginPost or EventKind.Logout));
    }

    [Fact]
    public async Task T17_Someone_who_signs_in_meanwhile_costs_a_new_sign_in()
    {
        await using var server = await PortalServer.StartAsync("Embratel");
        server.Portal.Inject(Of("T20", "atrasada", times: 1));
        var job = await server.SubmitAsync(EmbratelData.Simple);
        await Until.TrueAsync(() => server.Seen(EventKind.List).Count > 0, "the job reads the list");
        await SignInByHandAsync(server, EmbratelData.Simple.Login);
        await AssertBroughtAsync(server, await server.Server.Client.EndOfAsync(job), EmbratelData.Simple, attempts: 2);
    }

    private static async Task SignInByHandAsync(PortalServer server, SimulatedLogin login)
    {
        using var browser = new HttpClient();
        var form = $"usuario={login.User}&senha={string.Concat(System.Text.Encoding.Latin1.GetBytes(login.Password).Select(b => $"%{b:X2}"))}";
        using var content = new StringContent(form, System.Text.Encoding.ASCII, "application/x-www-form-urlencoded");
        using var answer = await browser.PostAsync(new Uri(server.Portal.AddressesOf("EMBRATEL")["portal"], "/logon.do"), content);
        Assert.Equal("ok", server.LoginPosts[^1].Result);
    }
}
