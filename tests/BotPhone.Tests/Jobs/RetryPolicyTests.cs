using BotPhone.Invoices;
using BotPhone.Jobs;
using BotPhone.Sdk;

namespace BotPhone.Tests.Jobs;

/// <summary>Contract §7, column "again?".</summary>
public class RetryPolicyTests
{
    private static readonly JobsOptions Options = new() { MaxAttempts = 3, RetryPause = TimeSpan.FromSeconds(5) };

    [Theory]
    [InlineData("NAV_MANUTENCAO", 1, 5)]
    [InlineData("NAV_MANUTENCAO", 2, 15)]
    [InlineData("NAV_MANUTENCAO", 3, null)]
    [InlineData("NAV_PORTAL_INDISPONIVEL", 1, 5)]
    [InlineData("NAV_CERTIFICADO", 1, 5)]
    [InlineData("NAV_REDIRECIONAMENTO", 1, 5)]
    [InlineData("TEMPO_PAGINA", 2, 15)]
    [InlineData("TEMPO_SEGUNDA_VIA", 1, 5)]
    [InlineData("ARQ_ARMAZENAMENTO", 1, 5)]
    [InlineData("AUTH_SESSAO_EXPIRADA", 1, 0)]
    [InlineData("AUTH_SESSAO_EXPIRADA", 2, null)]
    [InlineData("AUTH_CREDENCIAIS_INVALIDAS", 1, null)]
    [InlineData("AUTH_CONTA_BLOQUEADA", 1, null)]
    [InlineData("AUTH_CAPTCHA", 1, null)]
    [InlineData("NAV_LAYOUT_ALTERADO", 1, null)]
    [InlineData("NAV_FATURA_AMBIGUA", 1, null)]
    [InlineData("TEMPO_JOB", 1, null)]
    [InlineData("ARQ_TRUNCADO", 1, null)]
    [InlineData("ARQ_DIVERGENTE", 1, null)]
    [InlineData("PLUGIN_FALHOU", 1, null)]
    public void BeforeNextRun_CodeAndAttempt_IsTheContractsPause(string code, int attempt, int? seconds) =>
        Assert.Equal(seconds, (int?)RetryPolicy.BeforeNextRun(ErrorCode.Find(code)!, attempt, SignInState.SignedIn, Options)?.TotalSeconds);

    /// <summary>Authentication is never tried twice: a password that was sent, and of which nothing was heard, is not sent again.</summary>
    [Fact]
    public void BeforeNextRun_FateOfThePasswordUnknown_IsNever() =>
        Assert.All(ErrorCode.All, code => Assert.Null(RetryPolicy.BeforeNextRun(code, 1, SignInState.Unknown, Options)));

    [Fact]
    public void BeforeNextRun_NoPasswordSent_IsAsWhenSignedIn() =>
        Assert.All(ErrorCode.All, code => Assert.Equal(
            RetryPolicy.BeforeNextRun(code, 1, SignInState.SignedIn, Options), RetryPolicy.BeforeNextRun(code, 1, SignInState.NotTried, Options)));
}
