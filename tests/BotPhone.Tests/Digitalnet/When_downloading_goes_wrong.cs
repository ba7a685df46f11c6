using BotPhone.PortalSimulator;
using BotPhone.PortalSimulator.Digitalnet;
using BotPhone.Tests.Kit;

namespace BotPhone.Tests.Digitalnet;

public sealed class When_downloading_goes_wrong : DigitalnetTroubleTests
{
    [Fact]
    public Task T22_Server_error() => AssertFailsAsync(Of("T22"), "NAV_PORTAL_INDISPONIVEL", 2, "Não foi possível gerar o documento");

    [Fact]
    public Task T22_Server_error_that_passes() => AssertSucceedsAsync(Of("T22", times: 1), attempts: 2);

    [Theory]
    [InlineData("curto", "TEMPO_DOWNLOAD")]
    [InlineData("truncado", "ARQ_TRUNCADO")]
    public Task T23_Cut_short(string variant, string code) => AssertFailsAsync(Of("T23", variant), code, 1);

    [Theory]
    [InlineData("curto")]
    [InlineData("truncado")]
    public Task T23_Cut_short_once(string variant) => AssertSucceedsAsync(Of("T23", variant, times: 1));

    [Theory]
    [InlineData("html", "ARQ_NAO_PDF", "HTML")]
    [InlineData("json", "ARQ_NAO_PDF", "JSON")]
    [InlineData("vazio", "ARQ_VAZIO", "vazio")]
    public Task T24_Something_else(string variant, string code, string says) => AssertFailsAsync(Of("T24", variant), code, 1, says);

    [Theory]
    [InlineData("cliente")]
    [InlineData("mes")]
    [InlineData("nota")]
    public Task T25_Another_invoice(string variant) => AssertFailsAsync(Of("T25", variant), "ARQ_DIVERGENTE", 1);

    [Fact]
    public Task T26_Another_password() => AssertFailsAsync(Of("T26"), "ARQ_PROTEGIDO", 1, logins: 1);

    [Fact]
    public Task T28_Documents_open_in_new_tabs() => AssertSucceedsAsync(Of("T28"));

    [Fact]
    public async Task T29_Token_runs_out_before_the_file_and_is_renewed_in_the_same_session()
    {
        await using var server = await PortalServer.StartAsync("Digitalnet");
        server.Portal.Inject(Of("T29", times: 1));
        await AssertBroughtAsync(server, await server.RunAsync(DigitalnetData.OneContract), DigitalnetData.OneContract);
        Assert.Single(server.Seen(EventKind.Renewal));
        Assert.Single(server.LoginPosts);
    }

    [Fact]
    public async Task T29_Token_of_ten_seconds_runs_out_while_a_list_is_awaited()
    {
        await using var server = await PortalServer.StartAsync(
            "Digitalnet", new SimulatorOptions { Digitalnet = new() { TokenLifetime = TimeSpan.FromSeconds(10) } }, "--Browser:ElementTimeout=00:00:30");
        server.Portal.Inject(Of("T08", "api", times: 1) with { Seconds = 11 });
        await AssertBroughtAsync(server, await server.RunAsync(DigitalnetData.OneContract), DigitalnetData.OneContract);
        Assert.NotEmpty(server.Seen(EventKind.Renewal));
        Assert.Single(server.LoginPosts);
    }

    [Fact]
    public Task T29_Token_that_is_never_renewed() => AssertFailsAsync(Of("T29"), "AUTH_SESSAO_EXPIRADA", 2, logins: 2);

    [Fact]
    public async Task T30_Tax_note_not_issued_yet()
    {
        await using var server = await PortalServer.StartAsync("Digitalnet");
        server.Portal.Inject(Of("T30"));
        var status = await server.RunAsync(DigitalnetData.OneContract);
        Assert.True((string)status["status"]! == "COMPLETED", status.ToJsonString());
        Assert.Contains(
            status["logs"]!.AsArray(),
            line => (string)line!["level"]! == "WARN" && ((string)line["message"]!).Contains("nota fiscal ainda não foi emitida", StringComparison.Ordinal));
        await MergedFile.AssertIsBoletoAloneAsync(await server.FileOfAsync(status), DigitalnetData.OneContract.Expected!);
    }
}
