using BotPhone.PortalSimulator.Vivo;
using BotPhone.Tests.Kit;

namespace BotPhone.Tests.Vivo;

public sealed class When_downloading_goes_wrong() : TroubleTests("Vivo", VivoData.Simple, "--Operators:Settings:VIVO:File:Patience=00:00:05")
{
    [Fact]
    public Task T21_File_prepared_slowly() => AssertSucceedsAsync(Of("T21", "lenta") with { Seconds = 3 });

    [Theory]
    [InlineData("presa", "não preparou")]
    [InlineData("erro", "em 3 tentativas")]
    public Task T21_File_never_prepared(string variant, string says) =>
        AssertFailsAsync(Of("T21", variant), "TEMPO_SEGUNDA_VIA", 2, says);

    [Fact]
    public Task T21_File_prepared_at_the_second_try() => AssertSucceedsAsync(Of("T21", "erro", times: 1));

    [Fact]
    public Task T22_Server_error() => AssertFailsAsync(Of("T22"), "NAV_PORTAL_INDISPONIVEL", 2, "O arquivo está indisponível.");

    [Fact]
    public Task T22_Server_error_that_passes() => AssertSucceedsAsync(Of("T22", times: 1), attempts: 2);

    [Fact]
    public Task T22_Server_error_in_the_older_portal() =>
        AssertFailsAsync(Of("T22", "anexo"), "NAV_PORTAL_INDISPONIVEL", 2, "HTTP 500", wanted: VivoData.InOldPortal);

    [Theory]
    [InlineData("curto", "TEMPO_DOWNLOAD")]
    [InlineData("truncado", "ARQ_TRUNCADO")]
    public Task T23_Cut_short(string variant, string code) => AssertFailsAsync(Of("T23", variant), code, 1, logins: 1);

    [Fact]
    public Task T23_Cut_short_once() => AssertSucceedsAsync(Of("T23", "curto", times: 1));

    [Theory]
    [InlineData("html", "ARQ_NAO_PDF", "HTML")]
    [InlineData("json", "ARQ_NAO_PDF", "JSON")]
    [InlineData("vazio", "ARQ_VAZIO", "vazio")]
    public Task T24_Something_else(string variant, string code, string says) => AssertFailsAsync(Of("T24", variant), code, 1, says, logins: 1);

    [Theory]
    [InlineData("cliente")]
    [InlineData("mes")]
    public Task T25_Another_invoice(string variant) => AssertFailsAsync(Of("T25", variant), "ARQ_DIVERGENTE", 1);

    [Theory]
    [InlineData("corrompido")]
    [InlineData("caminho")]
    public Task T27_Zip_that_is_corrupt_or_unsafe(string variant) => AssertFailsAsync(Of("T27", variant), "ARQ_ZIP_INVALIDO", 1, logins: 1);

    [Fact]
    public Task T27_Zip_with_two_PDFs() => AssertSucceedsAsync(Of("T27", "dois"));

    [Fact]
    public Task T28_Same_file_name_twice_as_a_blob() => AssertSucceedsAsync(Of("T24", "html", times: 1));

    [Fact]
    public Task T28_Same_file_name_twice_in_a_new_tab() => AssertSucceedsAsync(Of("T23", "truncado", times: 1), wanted: VivoData.InOldPortal);
}
