using BotPhone.Sdk;

namespace BotPhone.Tests.Sdk;

/// <summary>Contract §7: the closed set.</summary>
public class ErrorCodeTests
{
    [Fact]
    public void All_Always_IsTheContractsList() => Assert.Equal(
        """
        AUTH_CREDENCIAIS_INVALIDAS AUTH_CONTA_BLOQUEADA AUTH_SENHA_EXPIRADA AUTH_TERMO_PENDENTE AUTH_CAPTCHA AUTH_MFA AUTH_SEM_PERMISSAO AUTH_DADO_AUSENTE
        AUTH_SESSAO_EXPIRADA
        NAV_MANUTENCAO NAV_PORTAL_INDISPONIVEL NAV_CERTIFICADO NAV_REDIRECIONAMENTO
        NAV_LAYOUT_ALTERADO NAV_CLIENTE_NAO_ENCONTRADO NAV_FATURA_NAO_ENCONTRADA NAV_FATURA_AMBIGUA
        SAT_CLIENTE_NAO_ENCONTRADO SAT_UNIDADE_NAO_ENCONTRADA SAT_DUPLICADA SAT_CADASTRO_RECUSADO
        TEMPO_PAGINA TEMPO_DOWNLOAD TEMPO_SEGUNDA_VIA TEMPO_JOB
        ARQ_NAO_PDF ARQ_TRUNCADO ARQ_VAZIO ARQ_ZIP_INVALIDO ARQ_PROTEGIDO ARQ_DIVERGENTE ARQ_ARMAZENAMENTO
        PLUGIN_FALHOU INTERROMPIDO
        """.Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries),
        ErrorCode.All.Select(code => code.Name));

    [Fact]
    public void Recovery_OfARefusedSignIn_IsNone() =>
        Assert.All(ErrorCode.All.Where(code => code.Name.StartsWith("AUTH_", StringComparison.Ordinal) && code != ErrorCode.SessionExpired), code =>
            Assert.Equal(Recovery.None, code.Recovery));

    [Fact]
    public void Explanation_Always_ContinuesASentence() => Assert.All(ErrorCode.All, code =>
    {
        Assert.Matches(@"^[a-zà-ú].*[^.\s]$", code.Explanation);
        Assert.Matches(@"^[A-ZÀ-Ú].*[^.\s]$", code.Advice);
    });

    [Fact]
    public void Find_ByName_GivesTheSame() => Assert.All(ErrorCode.All, code => Assert.Same(code, ErrorCode.Find(code.Name)));
}
