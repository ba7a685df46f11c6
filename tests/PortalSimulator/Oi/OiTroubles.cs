using BotPhone.PortalSimulator.Troubles;

namespace BotPhone.PortalSimulator.Oi;

/// <summary>What can go wrong at the OI portal.</summary>
internal static class OiTroubles
{
    public static readonly IReadOnlyList<TroubleKind> All =
    [
        new("T01", "a senha certa é recusada como errada", "forcada"),
        new("T02", "conta bloqueada"),
        new("T03", "o portal exige trocar a senha"),
        new("T05", "desafio no lugar da página, ou do quadro de acesso", "pagina", "quadro"),
        new("T07", "manutenção no lugar de qualquer página", "200", "503"),
        new("T08", "página lenta (segundos)"),
        new("T09", "página que não termina: nem começa, não acaba, ou o aviso de carregando fica", "cabecalho", "corpo", "spinner"),
        new("T10", "conexão derrubada nas páginas, ou depois de lida a senha", "pagina", LostAnswer.Variant),
        new("T11", "as páginas levam a um endereço cujo certificado ninguém garante"),
        new("T12", "redirecionamento sem fim nas páginas"),
        new("T13", "elemento que sumiu ou mudou de nome", "ausente", "renomeado") { Elements = ["entrar", "tabela", "detalhes", "baixar"] },
        new("T14", "aviso sobre os botões, que se fecha com um botão seu"),
        new("T16", "a sessão acaba depois de alguns pedidos (apos): 401, ou lista vazia calada", "401", "vazio"),
        new("T20", "linhas redesenhadas duas vezes depois de chegar"),
        new("T21", "segunda via lenta (segundos), presa ou com erro", "lenta", "presa", "erro"),
        new("T22", "500 ao baixar o PDF", "simples", "anexo"),
        new("T23", "PDF cortado: menor que o anunciado, ou de tamanho coerente", "curto", "truncado"),
        new("T24", "outra coisa servida como PDF", "html", "json", "vazio"),
        new("T25", "PDF de outro cliente ou de outro mês", "cliente", "mes"),
        new("T27", "ZIP corrompido, com ../ ou com dois PDFs", "corrompido", "caminho", "dois"),
    ];
}
