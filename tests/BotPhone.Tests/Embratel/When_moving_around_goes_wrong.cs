using BotPhone.PortalSimulator.Embratel;

namespace BotPhone.Tests.Embratel;

public sealed class When_moving_around_goes_wrong : EmbratelTroubleTests
{
    [Theory]
    [InlineData("200")]
    [InlineData("503")]
    public Task T07_Maintenance(string variant) => AssertFailsAsync(Of("T07", variant), "NAV_MANUTENCAO", 2);

    [Fact]
    public Task T07_Maintenance_that_passes() => AssertSucceedsAsync(Of("T07", "503", times: 1), attempts: 2);

    [Fact]
    public Task T08_Slow_page() => AssertSucceedsAsync(Of("T08", times: 2));

    [Theory]
    [InlineData("cabecalho")]
    [InlineData("corpo")]
    [InlineData("spinner")]
    public Task T09_Page_that_never_ends(string variant) => AssertFailsAsync(Of("T09", variant), "TEMPO_PAGINA", 2);

    [Fact]
    public Task T10_Connection_reset() => AssertFailsAsync(Of("T10"), "NAV_PORTAL_INDISPONIVEL", 2);

    [Fact]
    public Task T11_A_host_that_nobody_vouches_for_is_not_accepted_because_another_is() => AssertFailsAsync(Of("T11"), "NAV_CERTIFICADO", 2, logins: 0);

    [Fact]
    public Task T12_Redirect_loop() => AssertFailsAsync(Of("T12"), "NAV_REDIRECIONAMENTO", 2);

    [Theory]
    [InlineData("entrar", "ausente", "#bt_entrar")]
    [InlineData("menu", "renomeado", "#menu_fatura")]
    [InlineData("empresas", "ausente", "#empresas")]
    [InlineData("acessar", "renomeado", "#bt_acessar")]
    [InlineData("mes", "renomeado", "#mes")]
    [InlineData("tabela", "ausente", "Faturas de 202601")]
    [InlineData("colunas", "renomeado", "'Conta'")]
    [InlineData("painel", "ausente", "id='painel'")]
    [InlineData("fatura", "renomeado", "#painel a.doc_fatura")]
    [InlineData("boleto", "ausente", "#painel a.doc_boleto")]
    public Task T13_Element_renamed_or_missing(string element, string variant, string names) =>
        AssertFailsAsync(Of("T13", variant, element: element), "NAV_LAYOUT_ALTERADO", 1, names);

    [Theory]
    [InlineData("alert")]
    [InlineData("confirm")]
    [InlineData("beforeunload")]
    public Task T15_Message_of_the_browser(string variant) => AssertSucceedsAsync(Of("T15", variant));

    [Theory]
    [InlineData("redesenhada")]
    [InlineData("atrasada")]
    public Task T20_List_redrawn_or_late(string variant) => AssertSucceedsAsync(Of("T20", variant), wanted: EmbratelData.OnPageFour);
}
