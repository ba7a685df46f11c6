using BotPhone.Jobs;
using BotPhone.Sdk;

namespace BotPhone.Tests.Jobs;

public class BlamesTests
{
    private const string Table = """
        Client AUTH_CREDENCIAIS_INVALIDAS AUTH_CONTA_BLOQUEADA AUTH_SENHA_EXPIRADA AUTH_TERMO_PENDENTE AUTH_CAPTCHA AUTH_MFA AUTH_SEM_PERMISSAO AUTH_DADO_AUSENTE
        Client NAV_CLIENTE_NAO_ENCONTRADO NAV_FATURA_NAO_ENCONTRADA NAV_FATURA_AMBIGUA SAT_CLIENTE_NAO_ENCONTRADO SAT_UNIDADE_NAO_ENCONTRADA SAT_DUPLICADA SAT_CADASTRO_RECUSADO
        Portal AUTH_SESSAO_EXPIRADA NAV_MANUTENCAO NAV_PORTAL_INDISPONIVEL NAV_CERTIFICADO NAV_REDIRECIONAMENTO TEMPO_PAGINA TEMPO_DOWNLOAD TEMPO_SEGUNDA_VIA TEMPO_JOB
        Portal ARQ_NAO_PDF ARQ_TRUNCADO ARQ_VAZIO ARQ_ZIP_INVALIDO ARQ_PROTEGIDO ARQ_DIVERGENTE
        Plugin NAV_LAYOUT_ALTERADO PLUGIN_FALHOU
        Server INTERROMPIDO ARQ_ARMAZENAMENTO
        """;

    [Fact]
    public void Of_EveryCode_IsTheTables()
    {
        var table = Table.Split('\n').Select(line => line.Split(' ')).SelectMany(words => words[1..], (words, code) => (code, words[0])).ToList();
        Assert.Equal(table.Order(), ErrorCode.All.Select(code => (code.Name, $"{Blames.Of(code)}")).Order());
        Assert.All(ErrorCode.All, code => Assert.Equal(Blames.Of(code), Blames.Of(code.Name)));
    }

    [Fact]
    public void Of_ACodeOfAnotherVersion_IsTheServers() => Assert.Equal(Blame.Server, Blames.Of("NAV_DE_AMANHA"));
}
