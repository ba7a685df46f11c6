using System.Text.Json.Serialization;

namespace BotPhone.Sdk;

/// <summary>
/// A reason for which a job can fail. The set is closed and its names are stable: clients decide by them.
/// </summary>
[JsonConverter(typeof(ErrorCodeConverter))]
public sealed class ErrorCode
{
    private static readonly Dictionary<string, ErrorCode> ByName = new(StringComparer.Ordinal);

    private ErrorCode(string name, ErrorCategory category, Recovery recovery, string explanation, string advice)
    {
        Name = name;
        Category = category;
        Recovery = recovery;
        Explanation = explanation;
        Advice = advice;
        ByName.Add(name, this);
    }

    /// <summary>Every code there is.</summary>
    public static IReadOnlyCollection<ErrorCode> All => ByName.Values;

    /// <summary>The stable name that clients get as <c>error_code</c>.</summary>
    public string Name { get; }

    /// <summary>Where the failure lies.</summary>
    public ErrorCategory Category { get; }

    /// <summary>What the server does about it.</summary>
    public Recovery Recovery { get; }

    /// <summary>What happened, in Portuguese, as a clause.</summary>
    public string Explanation { get; }

    /// <summary>What the client can do, in Portuguese, as a sentence without its full stop.</summary>
    public string Advice { get; }

    /// <summary>Finds a code by its stable name.</summary>
    /// <param name="name">For example <c>AUTH_CREDENCIAIS_INVALIDAS</c>; case matters.</param>
    /// <returns>The code, or <see langword="null"/> when there is none of that name.</returns>
    public static ErrorCode? Find(string name) => ByName.GetValueOrDefault(name);

    /// <summary>The stable name.</summary>
    public override string ToString() => Name;

    /// <summary>The portal refused the login or the password.</summary>
    public static ErrorCode InvalidCredentials { get; } = new(
        "AUTH_CREDENCIAIS_INVALIDAS", ErrorCategory.Authentication, Recovery.None,
        "o portal recusou o login ou a senha",
        "Confira os dados no portal da operadora e envie um novo job");

    /// <summary>The portal says that the account is locked.</summary>
    public static ErrorCode AccountLocked { get; } = new(
        "AUTH_CONTA_BLOQUEADA", ErrorCategory.Authentication, Recovery.None,
        "o portal diz que a conta está bloqueada",
        "Desbloqueie o acesso com a operadora e envie um novo job");

    /// <summary>The portal demands a new password; nothing was typed.</summary>
    public static ErrorCode PasswordExpired { get; } = new(
        "AUTH_SENHA_EXPIRADA", ErrorCategory.Authentication, Recovery.None,
        "o portal exige a troca da senha",
        "Troque a senha no portal da operadora e envie um novo job com a nova");

    /// <summary>The portal asks to accept terms, which only a person may do.</summary>
    public static ErrorCode TermsPending { get; } = new(
        "AUTH_TERMO_PENDENTE", ErrorCategory.Authentication, Recovery.None,
        "o portal pede o aceite de um termo",
        "Entre no portal, leia e aceite o termo, e envie um novo job");

    /// <summary>The portal shows a captcha or a challenge; it is reported, never solved.</summary>
    public static ErrorCode Captcha { get; } = new(
        "AUTH_CAPTCHA", ErrorCategory.Authentication, Recovery.None,
        "o portal mostrou um captcha ou desafio",
        "Entre no portal manualmente para liberar o acesso e envie um novo job mais tarde");

    /// <summary>The portal asks for a second factor; it is reported, never answered.</summary>
    public static ErrorCode SecondFactor { get; } = new(
        "AUTH_MFA", ErrorCategory.Authentication, Recovery.None,
        "o portal pede um segundo fator de autenticação",
        "Use um acesso sem segundo fator para a automação");

    /// <summary>The login may not see invoices.</summary>
    public static ErrorCode NoPermission { get; } = new(
        "AUTH_SEM_PERMISSAO", ErrorCategory.Authentication, Recovery.None,
        "o acesso não tem permissão para ver faturas",
        "Peça a permissão ao administrador da conta na operadora");

    /// <summary>The portal asks for something that the payload lacks.</summary>
    public static ErrorCode MissingData { get; } = new(
        "AUTH_DADO_AUSENTE", ErrorCategory.Authentication, Recovery.None,
        "o portal pede um dado que não veio no pedido",
        "Envie um novo job com o dado pedido");

    /// <summary>The portal ended the session.</summary>
    public static ErrorCode SessionExpired { get; } = new(
        "AUTH_SESSAO_EXPIRADA", ErrorCategory.Authentication, Recovery.NewSession,
        "o portal encerrou a sessão",
        "Verifique se o mesmo acesso está em uso em outro lugar e tente de novo");

    /// <summary>The portal is under maintenance.</summary>
    public static ErrorCode Maintenance { get; } = new(
        "NAV_MANUTENCAO", ErrorCategory.Navigation, Recovery.WholeJob,
        "o portal está em manutenção",
        "Tente de novo mais tarde");

    /// <summary>The portal cannot be reached or answers with an error of its own.</summary>
    public static ErrorCode PortalUnavailable { get; } = new(
        "NAV_PORTAL_INDISPONIVEL", ErrorCategory.Navigation, Recovery.WholeJob,
        "o portal não respondeu como devia",
        "Tente de novo mais tarde");

    /// <summary>The portal's certificate is not valid.</summary>
    public static ErrorCode Certificate { get; } = new(
        "NAV_CERTIFICADO", ErrorCategory.Navigation, Recovery.WholeJob,
        "o certificado do portal não é válido",
        "Não envie a senha a este endereço: confirme com a operadora");

    /// <summary>The portal redirects without end.</summary>
    public static ErrorCode Redirect { get; } = new(
        "NAV_REDIRECIONAMENTO", ErrorCategory.Navigation, Recovery.WholeJob,
        "o portal redireciona sem fim",
        "Tente de novo mais tarde");

    /// <summary>An element that must be there is not: the portal has changed. Name the selector in the message.</summary>
    public static ErrorCode LayoutChanged { get; } = new(
        "NAV_LAYOUT_ALTERADO", ErrorCategory.Navigation, Recovery.None,
        "a página do portal não é a esperada",
        "O portal pode ter mudado: avise quem cuida da operadora, que ajusta o operator.json");

    /// <summary>The CNPJ is not among those of the login.</summary>
    public static ErrorCode ClientNotFound { get; } = new(
        "NAV_CLIENTE_NAO_ENCONTRADO", ErrorCategory.Navigation, Recovery.None,
        "o CNPJ não aparece neste acesso do portal",
        "Confira o CNPJ e o acesso usado");

    /// <summary>No open invoice matches the filter exactly.</summary>
    public static ErrorCode InvoiceNotFound { get; } = new(
        "NAV_FATURA_NAO_ENCONTRADA", ErrorCategory.Navigation, Recovery.None,
        "nenhuma fatura em aberto corresponde ao filtro",
        "Confira o filtro, ou aguarde a emissão da fatura");

    /// <summary>More than one invoice qualifies.</summary>
    public static ErrorCode AmbiguousInvoice { get; } = new(
        "NAV_FATURA_AMBIGUA", ErrorCategory.Navigation, Recovery.None,
        "mais de uma fatura corresponde ao filtro",
        "Use um filtro que aponte uma única fatura");

    /// <summary>SAT has no client, or several, with that CNPJ and name.</summary>
    public static ErrorCode SatClientNotFound { get; } = new(
        "SAT_CLIENTE_NAO_ENCONTRADO", ErrorCategory.Navigation, Recovery.None,
        "o cliente não foi encontrado no SAT, ou há mais de um",
        "Confira nome_filtro, CNPJ e razão social");

    /// <summary>SAT has no branch of exactly that name.</summary>
    public static ErrorCode SatBranchNotFound { get; } = new(
        "SAT_UNIDADE_NAO_ENCONTRADA", ErrorCategory.Navigation, Recovery.None,
        "a unidade não existe no SAT",
        "Confira o nome exato da unidade");

    /// <summary>An equal row is already in SAT.</summary>
    public static ErrorCode SatDuplicate { get; } = new(
        "SAT_DUPLICADA", ErrorCategory.Navigation, Recovery.None,
        "a fatura já está cadastrada no SAT",
        "Nada a fazer: confira o cadastro existente");

    /// <summary>SAT refused the registration.</summary>
    public static ErrorCode SatRefused { get; } = new(
        "SAT_CADASTRO_RECUSADO", ErrorCategory.Navigation, Recovery.None,
        "o SAT recusou o cadastro",
        "Leia o motivo e corrija os dados");

    /// <summary>A page did not finish within its limit.</summary>
    public static ErrorCode PageTimeout { get; } = new(
        "TEMPO_PAGINA", ErrorCategory.Timeout, Recovery.WholeJob,
        "a página do portal não terminou de carregar",
        "Tente de novo mais tarde");

    /// <summary>A download did not finish: too slow, or cut off by the portal.</summary>
    public static ErrorCode DownloadTimeout { get; } = new(
        "TEMPO_DOWNLOAD", ErrorCategory.Timeout, Recovery.DownloadOnly,
        "o download não terminou",
        "Tente de novo mais tarde");

    /// <summary>The portal did not prepare a second copy in time.</summary>
    public static ErrorCode SecondCopyTimeout { get; } = new(
        "TEMPO_SEGUNDA_VIA", ErrorCategory.Timeout, Recovery.WholeJob,
        "o portal não preparou a segunda via a tempo",
        "Tente de novo mais tarde");

    /// <summary>The whole job took longer than its limit. Set by the server, not by operators.</summary>
    public static ErrorCode JobTimeout { get; } = new(
        "TEMPO_JOB", ErrorCategory.Timeout, Recovery.None,
        "o job passou do tempo limite",
        "Tente de novo mais tarde; se repetir, aumente o limite da operadora");

    /// <summary>The file is not a PDF by its bytes, or does not open.</summary>
    public static ErrorCode NotPdf { get; } = new(
        "ARQ_NAO_PDF", ErrorCategory.File, Recovery.DownloadOnly,
        "o arquivo recebido não é um PDF",
        "Tente de novo; se repetir, abra a fatura no portal");

    /// <summary>The PDF has no end.</summary>
    public static ErrorCode TruncatedFile { get; } = new(
        "ARQ_TRUNCADO", ErrorCategory.File, Recovery.DownloadOnly,
        "o PDF veio incompleto",
        "Tente de novo; se repetir, abra a fatura no portal");

    /// <summary>The file has no bytes.</summary>
    public static ErrorCode EmptyFile { get; } = new(
        "ARQ_VAZIO", ErrorCategory.File, Recovery.DownloadOnly,
        "o arquivo veio vazio",
        "Tente de novo; se repetir, abra a fatura no portal");

    /// <summary>The ZIP cannot be read or holds what it must not.</summary>
    public static ErrorCode InvalidZip { get; } = new(
        "ARQ_ZIP_INVALIDO", ErrorCategory.File, Recovery.DownloadOnly,
        "o arquivo ZIP não é válido",
        "Tente de novo; se repetir, abra a fatura no portal");

    /// <summary>The PDF is encrypted with an unknown password.</summary>
    public static ErrorCode ProtectedFile { get; } = new(
        "ARQ_PROTEGIDO", ErrorCategory.File, Recovery.None,
        "o PDF está protegido por uma senha desconhecida",
        "Abra a fatura no portal e verifique a senha");

    /// <summary>The file is of another account, CNPJ or due date, or does not show them.</summary>
    public static ErrorCode WrongInvoice { get; } = new(
        "ARQ_DIVERGENTE", ErrorCategory.File, Recovery.None,
        "o arquivo não é da fatura pedida",
        "O arquivo não foi guardado. Confira a fatura no portal");

    /// <summary>The file could not be stored. Set by the server, not by operators.</summary>
    public static ErrorCode StorageFailed { get; } = new(
        "ARQ_ARMAZENAMENTO", ErrorCategory.File, Recovery.WholeJob,
        "a fatura não pôde ser guardada",
        "Verifique o espaço e as permissões do armazenamento");

    /// <summary>The operator threw something unexpected. Set by the server, not by operators.</summary>
    public static ErrorCode OperatorFailed { get; } = new(
        "PLUGIN_FALHOU", ErrorCategory.Internal, Recovery.None,
        "a operadora falhou por um erro no seu código",
        "Avise quem cuida da operadora: os detalhes estão no log do servidor");

    /// <summary>The server died while a job ran that may not be repeated. Set by the server, not by operators.</summary>
    public static ErrorCode Interrupted { get; } = new(
        "INTERROMPIDO", ErrorCategory.Internal, Recovery.None,
        "o servidor parou durante a execução",
        "Verifique se o efeito aconteceu antes de enviar de novo");
}
