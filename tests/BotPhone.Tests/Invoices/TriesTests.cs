using BotPhone.Invoices;
using BotPhone.Sdk;

namespace BotPhone.Tests.Invoices;

/// <summary>Contract §7, column "again?", of downloads.</summary>
public class TriesTests
{
    [Theory]
    [InlineData("ARQ_NAO_PDF", 1, 5)]
    [InlineData("ARQ_TRUNCADO", 2, 15)]
    [InlineData("ARQ_VAZIO", 3, null)]
    [InlineData("ARQ_ZIP_INVALIDO", 1, 5)]
    [InlineData("TEMPO_DOWNLOAD", 1, 5)]
    [InlineData("ARQ_DIVERGENTE", 1, null)]
    [InlineData("ARQ_PROTEGIDO", 1, null)]
    [InlineData("NAV_PORTAL_INDISPONIVEL", 1, null)]
    [InlineData("AUTH_SESSAO_EXPIRADA", 1, null)]
    public void BeforeNextDownload_CodeAndAttempt_IsTheContractsPause(string code, int attempt, int? seconds) =>
        Assert.Equal(seconds, (int?)new Tries(3, TimeSpan.FromSeconds(5)).BeforeNextDownload(ErrorCode.Find(code)!, attempt)?.TotalSeconds);
}
