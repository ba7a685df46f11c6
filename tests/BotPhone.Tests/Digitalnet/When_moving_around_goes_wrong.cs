using BotPhone.PortalSimulator;
using BotPhone.PortalSimulator.Digitalnet;
using BotPhone.Tests.Kit;

namespace BotPhone.Tests.Digitalnet;

public sealed class When_moving_around_goes_wrong : DigitalnetTroubleTests
{
    [Theory]
    [InlineData("200")]
    [InlineData("503")]
    [InlineData("api")]
    public Task T07_Maintenance(string variant) => AssertFailsAsync(Of("T07", variant), "NAV_MANUTENCAO", 2);

    [Fact]
    public Task T07_Maintenance_that_passes() => AssertSucceedsAsync(Of("T07", "api", times: 1), attempts: 2);

    [Theory]
    [InlineData("pagina")]
    [InlineData("api")]
    public Task T08_Slow(string variant) => AssertSucceedsAsync(Of("T08", variant, times: 2) with { Seconds = 3 });

    [Theory]
    [InlineData("cabecalho")]
    [InlineData("corpo")]
    [InlineData("api")]
    public Task T09_Never_ends(string variant) => AssertFailsAsync(Of("T09", variant), "TEMPO_PAGINA", 2);

    [Theory]
    [InlineData("pagina")]
    [InlineData("api")]
    public Task T10_Connection_reset(string variant) => AssertFailsAsync(Of("T10", variant), "NAV_PORTAL_INDISPONIVEL", 2);

    [Fact]
    public Task T11_Bad_certificate() => AssertFailsAsync(Of("T11"), "NAV_CERTIFICADO", 2, logins: 0);

    [Theory]
    [InlineData("contratos", "ausente", "article")]
    [InlineData("escolher", "renomeado", "Ver faturas")]
    [InlineData("tabela", "renomeado", "'Vencimento'")]
    [InlineData("documentos", "ausente", "Documentos")]
    [InlineData("boleto", "renomeado", "Baixar boleto")]
    [InlineData("nota", "renomeado", "nota")]
    public Task T13_Element_renamed_or_missing(string element, string variant, string names) =>
        AssertFailsAsync(Of("T13", variant, element: element), "NAV_LAYOUT_ALTERADO", 1, names, wanted: DigitalnetData.Alphanumeric);

    /// <summary>In <c>vazio</c> the portal goes on as if nothing were, but shows empty lists.</summary>
    [Theory]
    [InlineData("401", 0)]
    [InlineData("401", 2)]
    [InlineData("vazio", 0)]
    [InlineData("vazio", 1)]
    public Task T16_Session_ends(string variant, int after) =>
        AssertFailsAsync(Of("T16", variant) with { After = after }, "AUTH_SESSAO_EXPIRADA", 2, logins: 2);

    [Fact]
    public async Task T16_Session_ends_silently_between_two_pages_of_a_list()
    {
        await using var server = await PortalServer.StartAsync("Digitalnet");
        server.Portal.Inject(Of("T16", "vazio", times: 1) with { After = 2 });
        await AssertBroughtAsync(server, await server.RunAsync(DigitalnetData.Simple), DigitalnetData.Simple, attempts: 2);
        Assert.Equal(2, server.LoginPosts.Count);
    }
}
