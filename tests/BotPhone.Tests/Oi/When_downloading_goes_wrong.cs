using BotPhone.PortalSimulator.Oi;
using BotPhone.Tests.Kit;

namespace BotPhone.Tests.Oi;

public sealed class When_downloading_goes_wrong() : TroubleTests("Oi", OiData.Simple, "--Operators:Settings:OI:CopyPatience=00:00:06")
{
    [Fact]
    public Task T21_Second_copy_that_takes_its_time() => AssertSucceedsAsync(Of("T21", "lenta") with { Seconds = 3 }, wanted: OiData.Archived);

    [Theory]
    [InlineData("presa", "00:00:06")]
    [InlineData("erro", "preparou a segunda via")]
    public Task T21_Second_copy_that_never_comes(string variant, string says) =>
        AssertFailsAsync(Of("T21", variant), "TEMPO_SEGUNDA_VIA", 2, says, wanted: OiData.Archived);

    [Theory]
    [InlineData("simples")]
    [InlineData("anexo")]
    public Task T22_Server_error(string variant) => AssertFailsAsync(Of("T22", variant), "NAV_PORTAL_INDISPONIVEL", 2, "HTTP 500", logins: 2, logouts: 2);

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
    public Task T25_Another_invoice(string variant) => AssertFailsAsync(Of("T25", variant), "ARQ_DIVERGENTE", 1);

    [Theory]
    [InlineData("corrompido", "corrompido")]
    [InlineData("caminho", "sai da pasta")]
    public Task T27_Bad_zip(string variant, string says) => AssertFailsAsync(Of("T27", variant), "ARQ_ZIP_INVALIDO", 1, says, wanted: OiData.Archived);

    [Fact]
    public Task T27_Two_files_in_the_zip_the_right_one_is_known_by_its_content() => AssertSucceedsAsync(Of("T27", "dois"), wanted: OiData.Archived);
}
