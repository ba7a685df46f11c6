using BotPhone.PortalSimulator.Troubles;

namespace BotPhone.PortalSimulator.Embratel;

/// <summary>What can go wrong at the EMBRATEL portal.</summary>
internal static class EmbratelTroubles
{
    private static readonly string[] Documents = [.. EmbratelDocuments.ByName.Keys];

    public static readonly IReadOnlyList<TroubleKind> All =
    [
        new("T01", "a senha certa é recusada como errada", "forcada"),
        new("T02", "conta bloqueada"),
        new("T03", "o portal exige trocar a senha"),
        new("T05", "desafio no lugar da página, ou imagem com caracteres no formulário de acesso", "pagina", "formulario"),
        new("T07", "manutenção no lugar de qualquer página", "200", "503"),
        new("T08", "página lenta (segundos)"),
        new("T09", "página que não termina: nem começa, não acaba, ou o aviso de carregando fica", "cabecalho", "corpo", "spinner"),
        new("T10", "conexão derrubada nas páginas, ou depois de lida a senha", "pagina", LostAnswer.Variant),
        new("T11", "as páginas levam a um endereço cujo certificado ninguém garante"),
        new("T12", "redirecionamento sem fim nas páginas"),
        new("T13", "elemento que sumiu ou mudou de nome", "ausente", "renomeado") { Elements = ["entrar", "menu", "empresas", "acessar", "mes", "tabela", "colunas", "painel", "fatura", "boleto"] },
        new("T15", "alert na entrada e ao abrir documentos, confirm ao acessar as faturas, ou beforeunload ao deixá-las", "alert", "confirm", "beforeunload"),
        new("T16", "a sessão acaba depois de alguns pedidos (apos): volta à entrada, ou lista vazia calada", "entrada", "vazio"),
        new("T20", "lista redesenhada mais duas vezes, ou cujas linhas chegam tarde (segundos)", "redesenhada", "atrasada"),
        new("T22", "500 no lugar do documento") { Elements = Documents },
        new("T23", "documento cortado: menor que o anunciado, ou de tamanho coerente", "curto", "truncado") { Elements = Documents },
        new("T24", "outra coisa no lugar do documento", "html", "json", "vazio") { Elements = Documents },
        new("T25", "documento de outro cliente, de outro mês ou de outra conta do cliente", "cliente", "mes", "conta") { Elements = Documents },
        new("T30", "notas fiscais ainda não emitidas", "todas", "icms", "iss"),
    ];
}
