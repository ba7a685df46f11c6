using BotPhone.PortalSimulator.Troubles;

namespace BotPhone.PortalSimulator.Sat;

/// <summary>What can go wrong at the SAT portal.</summary>
internal static class SatTroubles
{
    public static readonly IReadOnlyList<TroubleKind> All =
    [
        new("T01", "a senha certa é recusada como errada: um rótulo muda de classe e a caixa treme", "forcada"),
        new("T02", "conta bloqueada: outro rótulo muda de classe"),
        new("T07", "manutenção no lugar de qualquer página", "200", "503"),
        new("T08", "página lenta (segundos)"),
        new("T09", "página que não termina: nem começa, não acaba, ou o acesso fica esperando", "cabecalho", "corpo", "spinner"),
        new("T10", "conexão derrubada nas páginas, ou depois de lida a senha", "pagina", LostAnswer.Variant),
        new("T11", "as páginas levam a um endereço cujo certificado ninguém garante"),
        new("T13", "elemento que sumiu ou mudou de nome", "ausente", "renomeado")
        {
            Elements = ["entrar", "colunas", "abrir", "arquivos", "novo", "dados", "unidade", "salvar"],
        },
        new("T15", "alert ao abrir o cliente, confirm ao salvar, ou beforeunload ao sair do formulário", "alert", "confirm", "beforeunload"),
        new("T16", "a sessão acaba depois de alguns pedidos (apos): volta ao acesso, ou listas vazias caladas", "401", "vazio"),
        new(
            "T31",
            "o cadastro: recusado; aviso de erro; gravado sem aviso; aviso sem gravar; nem um nem outro; conexão que cai antes ou depois de gravar; "
            + "gravado, mas sem resposta; erro 500; máscara que estraga também o valor posto por script",
            "recusado", "aviso_erro", "sem_aviso", "so_aviso", "nada", "queda_antes", "queda_depois", "sem_resposta", "erro_500", "mascara"),
        new("T32", "413 no lugar da página, ou um aviso do PHP nela", "413", "php"),
    ];
}
