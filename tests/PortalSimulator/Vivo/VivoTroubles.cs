using BotPhone.PortalSimulator.Troubles;

namespace BotPhone.PortalSimulator.Vivo;

/// <summary>What can go wrong at the VIVO portal.</summary>
internal static class VivoTroubles
{
    public static readonly IReadOnlyList<TroubleKind> All =
    [
        new("T01", "a senha certa é recusada como errada", "forcada"),
        new("T02", "conta bloqueada"),
        new("T03", "o portal exige trocar a senha"),
        new("T04", "termo de uso a aceitar depois de entrar"),
        new("T05", "desafio no lugar da página, ou do quadro de acesso", "pagina", "quadro"),
        new("T06", "segundo fator depois da senha"),
        new("T07", "manutenção no lugar de qualquer página", "200", "503"),
        new("T08", "página lenta (segundos)"),
        new("T09", "página que não termina: nem começa, não acaba, ou o aviso de carregando fica", "cabecalho", "corpo", "spinner"),
        new("T10", "conexão derrubada nas páginas, ou depois de lida a senha", "pagina", LostAnswer.Variant),
        new("T13", "elemento que sumiu ou mudou de nome", "ausente", "renomeado") { Elements = ["entrar", "cliente", "acessar", "lista", "baixar", "salvar"] },
        new("T14", "pesquisa que cobre a página logo e volta depois de fechada, ou faixa de cookies em toda página", "pesquisa", "cookies"),
        new("T16", "a sessão acaba depois de alguns pedidos (apos): 401 e redirecionamento, ou listas vazias caladas", "401", "vazio"),
        new("T20", "lista redesenhada, com parte das linhas atrasada, ou vazia até ser recarregada", "redesenho", "vazia"),
        new("T21", "preparo do arquivo lento (segundos), preso ou com erro", "lenta", "presa", "erro"),
        new("T22", "500 ao baixar o arquivo", "simples", "anexo"),
        new("T23", "PDF cortado: menor que o anunciado, ou de tamanho coerente", "curto", "truncado"),
        new("T24", "outra coisa servida como PDF", "html", "json", "vazio"),
        new("T25", "PDF de outro cliente ou de outro mês", "cliente", "mes"),
        new("T27", "o arquivo vem em um ZIP: corrompido, com ../ ou com dois PDFs", "corrompido", "caminho", "dois"),
    ];
}
