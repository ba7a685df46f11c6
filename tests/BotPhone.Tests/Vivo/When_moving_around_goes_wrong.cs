using BotPhone.PortalSimulator.Vivo;
using BotPhone.Tests.Kit;

namespace BotPhone.Tests.Vivo;

public sealed class When_moving_around_goes_wrong() : TroubleTests("Vivo", VivoData.Simple, "--Operators:Settings:VIVO:File:Patience=00:00:05")
{
    [Theory]
    [InlineData("200")]
    [InlineData("503")]
    public Task T07_Maintenance(string variant) => AssertFailsAsync(Of("T07", variant), "NAV_MANUTENCAO", 2, logins: 0);

    [Fact]
    public Task T07_Maintenance_that_passes() => AssertSucceedsAsync(Of("T07", "503", times: 1), attempts: 2);

    [Fact]
    public Task T08_Slow_page() => AssertSucceedsAsync(Of("T08", times: 2));

    [Theory]
    [InlineData("cabecalho", 2, 0)]
    [InlineData("corpo", 2, 0)]
    [InlineData("spinner", 1, 1)] // The password was sent, and nothing says what became of it.
    public Task T09_Page_that_never_ends(string variant, int attempts, int logins) => AssertFailsAsync(Of("T09", variant), "TEMPO_PAGINA", attempts, logins: logins);

    [Fact]
    public Task T10_Connection_reset() => AssertFailsAsync(Of("T10"), "NAV_PORTAL_INDISPONIVEL", 2, logins: 0);

    [Theory]
    [InlineData("entrar", "renomeado", "#btn_entrar")]
    [InlineData("acessar", "renomeado", "Acessar faturas")]
    [InlineData("lista", "renomeado", "section[aria-busy='false'] article")]
    [InlineData("baixar", "renomeado", "Baixar")]
    [InlineData("salvar", "renomeado", "Salvar")]
    public Task T13_Element_renamed_or_missing(string element, string variant, string names) =>
        AssertFailsAsync(Of("T13", variant, element: element), "NAV_LAYOUT_ALTERADO", 1, names);

    [Fact]
    public Task T13_Link_of_the_client_missing() =>
        AssertFailsAsync(Of("T13", "ausente", element: "cliente"), "NAV_LAYOUT_ALTERADO", 1, "Selecionar", wanted: VivoData.SharedAccount);

    [Theory]
    [InlineData("pesquisa")]
    [InlineData("cookies")]
    public Task T14_Something_over_the_page(string variant) => AssertSucceedsAsync(Of("T14", variant), wanted: VivoData.OfBranchesAndServices);

    [Theory]
    [InlineData("401", 3)]
    [InlineData("vazio", 2)]
    public Task T16_Session_over(string variant, int after) =>
        AssertFailsAsync(Of("T16", variant) with { After = after }, "AUTH_SESSAO_EXPIRADA", 2, logins: 2);

    /// <summary>Nothing showed that the password was accepted, so it is not sent again.</summary>
    [Fact]
    public Task T16_Session_over_at_once() => AssertFailsAsync(Of("T16", "401") with { After = 1 }, "AUTH_SESSAO_EXPIRADA", 1, logins: 1);

    [Fact]
    public Task T16_Session_over_while_the_client_is_searched() =>
        AssertFailsAsync(Of("T16", "vazio") with { After = 2 }, "AUTH_SESSAO_EXPIRADA", 2, logins: 2, wanted: VivoData.SharedAccount);

    [Fact]
    public Task T16_Session_over_once() => AssertSucceedsAsync(Of("T16", "vazio", times: 1) with { After = 2 }, attempts: 2);

    [Fact]
    public Task T20_List_redrawn() => AssertSucceedsAsync(Of("T20", "redesenho"));

    [Fact]
    public Task T20_List_empty_until_loaded_again() => AssertSucceedsAsync(Of("T20", "vazia", times: 1));

    [Fact]
    public Task T20_List_that_stays_empty() => AssertFailsAsync(Of("T20", "vazia"), "NAV_FATURA_NAO_ENCONTRADA", 1, logins: 1);
}
