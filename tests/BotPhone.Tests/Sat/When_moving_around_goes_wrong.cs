using BotPhone.PortalSimulator.Sat;

namespace BotPhone.Tests.Sat;

public sealed class When_moving_around_goes_wrong : SatTroubleTests
{
    [Theory]
    [InlineData("200")]
    [InlineData("503")]
    public Task T07_Maintenance(string variant) => AssertFailsAsync(Of("T07", variant), "NAV_MANUTENCAO", 2, logins: 0);

    [Fact]
    public Task T07_Maintenance_that_passes() => AssertRegistersAsync(Of("T07", times: 1), attempts: 2);

    [Fact]
    public Task T08_Slow_page() => AssertRegistersAsync(Of("T08", times: 2), patient: true);

    [Theory]
    [InlineData("cabecalho")]
    [InlineData("corpo")]
    public Task T09_Page_that_never_ends(string variant) => AssertFailsAsync(Of("T09", variant), "TEMPO_PAGINA", 2, logins: 0);

    [Fact]
    public Task T10_Connection_reset() => AssertFailsAsync(Of("T10"), "NAV_PORTAL_INDISPONIVEL", 2, logins: 0);

    [Fact]
    public Task T11_Bad_certificate() => AssertFailsAsync(Of("T11"), "NAV_CERTIFICADO", 2, logins: 0);

    [Theory]
    [InlineData("entrar", "renomeado", "#btn_entrar")]
    [InlineData("colunas", "renomeado", "'CNPJ'")]
    [InlineData("abrir", "ausente", "Abrir")]
    [InlineData("novo", "ausente", "#btn_novo")]
    [InlineData("dados", "renomeado", "#dados_sat")]
    [InlineData("unidade", "ausente", "Unidade")]
    [InlineData("salvar", "renomeado", "#btn_salvar")]
    public Task T13_Element_renamed_or_missing(string element, string variant, string names) =>
        AssertFailsAsync(Of("T13", variant, element: element), "NAV_LAYOUT_ALTERADO", 1, names);

    /// <summary>Without it nobody can say that no equal row is there.</summary>
    [Fact]
    public Task T13_A_heading_that_is_gone() =>
        AssertFailsAsync(Of("T13", "ausente", element: "arquivos"), "NAV_LAYOUT_ALTERADO", 1, "'Arquivo'", wanted: SatData.Simple);

    /// <summary>The driver may lose a page that asks while it loads: then the job begins anew, and still leaves one row.</summary>
    [Theory]
    [InlineData("alert")]
    [InlineData("confirm")]
    [InlineData("beforeunload")]
    public Task T15_The_page_asks_something(string variant) => AssertRegistersAsync(Of("T15", variant), attempts: null);

    /// <summary>The session ends before the clients, before the form.</summary>
    [Theory]
    [InlineData("401", 1)]
    [InlineData("vazio", 1)]
    [InlineData("vazio", 5)]
    public Task T16_The_session_ends_again_and_again(string variant, int after) =>
        AssertFailsAsync(Of("T16", variant, after: after), "AUTH_SESSAO_EXPIRADA", 2, logins: 2);
}
