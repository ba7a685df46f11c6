using BotPhone.PortalSimulator.Oi;
using BotPhone.Tests.Kit;

namespace BotPhone.Tests.Oi;

public sealed class When_moving_around_goes_wrong() : TroubleTests("Oi", OiData.Simple)
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
    public Task T09_Page_that_never_ends(string variant) => AssertFailsAsync(Of("T09", variant), "TEMPO_PAGINA", 2, logins: 0);

    /// <summary>The password was sent, and nobody knows what came of it: it is not sent again.</summary>
    [Fact]
    public Task T09_Sign_in_that_never_ends() => AssertFailsAsync(Of("T09", "spinner"), "TEMPO_PAGINA", 1, logins: 1);

    [Fact]
    public Task T10_Connection_reset() => AssertFailsAsync(Of("T10"), "NAV_PORTAL_INDISPONIVEL", 2);

    [Fact]
    public Task T11_Bad_certificate() => AssertFailsAsync(Of("T11"), "NAV_CERTIFICADO", 2, logins: 0);

    [Fact]
    public Task T12_Redirect_loop() => AssertFailsAsync(Of("T12"), "NAV_REDIRECIONAMENTO", 2);

    [Theory]
    [InlineData("entrar", "ausente", "#btn_entrar")]
    [InlineData("entrar", "renomeado", "#btn_entrar")]
    [InlineData("tabela", "ausente", "main table")]
    [InlineData("tabela", "renomeado", "'Conta'")]
    [InlineData("detalhes", "renomeado", "Detalhes")]
    [InlineData("baixar", "ausente", "/api/invoices/pdf/")]
    public Task T13_Element_renamed_or_missing(string element, string variant, string names) =>
        AssertFailsAsync(Of("T13", variant, element: element), "NAV_LAYOUT_ALTERADO", 1, names);

    [Fact]
    public Task T14_Banner_over_everything() => AssertSucceedsAsync(Of("T14"));

    /// <param name="variant">An honest 401, or empty lists and not a word.</param>
    /// <param name="after">How many requests are answered before: in the list, at the file.</param>
    [Theory]
    [InlineData("401", 1)]
    [InlineData("vazio", 1)]
    [InlineData("vazio", 3)]
    public Task T16_Session_that_ends(string variant, int after) =>
        AssertFailsAsync(Of("T16", variant) with { After = after }, "AUTH_SESSAO_EXPIRADA", 2, logins: 2);

    [Theory]
    [InlineData("401")]
    [InlineData("vazio")]
    public Task T16_Session_that_ends_once(string variant) => AssertSucceedsAsync(Of("T16", variant, times: 1), attempts: 2);

    [Fact]
    public Task T20_List_redrawn() => AssertSucceedsAsync(Of("T20"));
}
