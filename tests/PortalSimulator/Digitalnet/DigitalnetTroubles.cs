using BotPhone.PortalSimulator.Troubles;

namespace BotPhone.PortalSimulator.Digitalnet;

/// <summary>What can go wrong at the DIGITALNET portal.</summary>
internal static class DigitalnetTroubles
{
    public static readonly IReadOnlyList<TroubleKind> All =
    [
        new("T01", "a senha certa é recusada como errada", "forcada"),
        new("T02", "conta bloqueada"),
        new("T04", "termos de uso por aceitar depois de entrar"),
        new("T05", "desafio no lugar da página, ou em resposta ao acesso", "pagina", "acesso"),
        new("T07", "manutenção: no lugar da página, ou a API recusa", "200", "503", "api"),
        new("T08", "lentidão da página ou da API (segundos)", "pagina", "api"),
        new("T09", "página que nem começa ou não acaba, ou API que não responde", "cabecalho", "corpo", "api"),
        new("T10", "conexão derrubada na página, nas chamadas à API, ou logo depois do acesso", "pagina", "api", "acesso"),
        new("T11", "a página leva a um endereço cujo certificado ninguém garante"),
        new("T13", "elemento que sumiu ou mudou de nome", "ausente", "renomeado")
        {
            Elements = ["fazer_login", "entrar", "contratos", "escolher", "tabela", "documentos", "boleto", "nota"],
        },
        new("T16", "a sessão acaba depois de alguns pedidos (apos): 401, ou listas vazias caladas", "401", "vazio"),
        new("T22", "500 ao baixar um documento", "simples"),
        new("T23", "boleto cortado: menor que o anunciado, ou de tamanho coerente", "curto", "truncado"),
        new("T24", "outra coisa servida como PDF", "html", "json", "vazio"),
        new("T25", "boleto de outro cliente ou de outro mês, ou nota de outro cliente", "cliente", "mes", "nota"),
        new("T26", "boleto cuja senha não é a combinada"),
        new("T28", "os documentos abrem em nova aba"),
        new("T29", "o token vence entre a lista e o documento"),
        new("T30", "nota fiscal ainda não emitida"),
    ];
}
