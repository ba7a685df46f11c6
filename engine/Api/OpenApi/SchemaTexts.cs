using System.Collections.Frozen;
using BotPhone.Jobs;
using BotPhone.Sdk;

namespace BotPhone.Api;

/// <summary>What a property is, in a reader's words.</summary>
/// <param name="Values">The only values there are, if it is so.</param>
internal sealed record PropertyText(string Description, params IReadOnlyList<string> Values)
{
    public string? Minimum { get; init; }

    public string? Maximum { get; init; }
}

/// <summary>
/// The words for schemas and their properties. The same name means the same everywhere, or else stands here with its schema's before it.
/// </summary>
internal static class SchemaTexts
{
    private static readonly FrozenDictionary<string, string> Schemas = new Dictionary<string, string>
    {
        ["AccountGaps"] = "Uma conta à qual faltam faturas",
        ["Document"] = "Um arquivo guardado por um job, já conferido",
        ["Error"] = "A forma de todo erro",
        ["Faults"] = "Tudo o que não vale num pedido",
        ["Field"] = "Um campo do corpo que a operadora pede",
        ["FieldFault"] = "Uma falha do pedido",
        ["Gaps"] = "As contas às quais faltam faturas, entre as que a página olhou",
        ["Health"] = "Como está o servidor",
        ["JobCreated"] = "O job aceito: já está em disco e não se perde mais",
        ["JobList"] = "Uma página da lista de jobs",
        ["JobStatus"] = "Um job, com tudo o que se sabe dele",
        ["JobSummary"] = "Um job, em resumo",
        ["Ledger"] = "Uma página das faturas guardadas",
        ["LedgerEntry"] = "Uma fatura guardada; uma conta pode ter mais de uma no mês, e uma fatura corrigida fica ao lado da anterior",
        ["Log"] = "Uma linha do log do job",
        ["Operator"] = "Uma operadora carregada",
        ["Invoice"] = "O que a fatura diz de si mesma; o que não pôde ser lido sem dúvida é nulo",
        ["Leaving"] = "Uma versão antiga que ainda não saiu da memória",
        ["Operators"] = "As operadoras que atendem, o que não pôde ser carregado e o que ainda não saiu da memória",
        ["Rejected"] = "Uma pasta ou um pacote que não pôde ser carregado",
        ["Token"] = "O token apresentado",
    }.ToFrozenDictionary();

    private static readonly FrozenDictionary<string, PropertyText> Properties = new Dictionary<string, PropertyText>
    {
        ["ate"] = new("O último mês que foi olhado, MM/AAAA"),
        ["attempt"] = new("A tentativa em curso, ou a última; 0 antes da primeira") { Minimum = "0" },
        ["chave_acesso"] = new("Os 44 dígitos da chave de acesso da NFCom, com o dígito verificador certo"),
        ["cnpj"] = new("O CNPJ do cliente, 14 caracteres sem pontuação"),
        ["code"] = new("O código da operadora, que os jobs trazem em `operadora`"),
        ["codigo_barras"] = new("Os 44 dígitos do código de barras"),
        ["competencia"] = new("O mês cobrado, MM/AAAA"),
        ["completed_at"] = new("Quando terminou; nulo até lá"),
        ["conta"] = new("A conta, a linha ou o contrato, sem pontuação"),
        ["contas"] = new("As contas, na ordem em que apareceram"),
        ["created_at"] = new("Quando foi aceito"),
        ["description"] = new("O que é o campo"),
        ["desde"] = new("O primeiro mês que foi olhado, MM/AAAA"),
        ["detail"] = new("O que houve"),
        ["documents"] = new("Os arquivos guardados, já conferidos"),
        ["error"] = new("Só quando FAILED: o que houve e o que fazer, a começar pela categoria do erro"),
        ["error_code"] = new("Só quando FAILED: o motivo, num nome que não muda", [.. ErrorCode.All.Select(code => code.Name)]),
        ["evidence"] = new("Só quando FAILED: as chaves do que se viu no portal na hora da falha (relato, tela e página), para baixar em `/arquivos/{key}`"),
        ["example"] = new("Um valor inventado, para mostrar a forma"),
        ["expires_in"] = new("Quantos minutos o token ainda vale, arredondados para cima"),
        ["fatura"] = new("O que se leu no arquivo; ausente em arquivos que não são faturas"),
        ["faturas"] = new("As faturas, da que vence por último à que vence primeiro"),
        ["folder"] = new("O nome da pasta ou do pacote"),
        ["format"] = new("O que o campo aceita: texto, CNPJ, data DD/MM/AAAA ou nome de arquivo guardado", "text", "cnpj", "date", "path"),
        ["guardada_em"] = new("Quando foi guardada"),
        ["ja_guardada_em"] = new("Só quando a fatura já estava guardada e o mesmo arquivo vale: desde quando"),
        ["job_id"] = new("A identidade do job"),
        ["jobs"] = new("Os jobs, do mais novo ao mais antigo"),
        ["jobs_active"] = new("Quantos jobs estão em execução") { Minimum = "0" },
        ["jobs_pending"] = new("Quantos jobs esperam na fila") { Minimum = "0" },
        ["key"] = new("A chave com que se baixa o arquivo em `/arquivos/{key}`"),
        ["kind"] = new("O que o arquivo é: `fatura`, ou `cadastrada` quando o job cadastrou em outro sistema um arquivo já guardado"),
        ["lacunas"] = new("Os meses em que não vence nenhuma fatura guardada, MM/AAAA"),
        ["level"] = new("A gravidade da linha", "INFO", "WARN", "ERROR"),
        ["linha_digitavel"] = new("A linha digitável, 47 ou 48 dígitos, com todos os dígitos verificadores certos"),
        ["loc"] = new("Onde: `body`, `query` ou `header`, e então o nome do campo (ou a posição, quando o corpo não é JSON)"),
        ["logs"] = new("As linhas do log, em ordem"),
        ["mes"] = new("O mês do vencimento, MM/AAAA"),
        ["message"] = new("O que aconteceu, em palavras"),
        ["msg"] = new("O que não vale"),
        ["name"] = new("O nome do campo no corpo"),
        ["next_cursor"] = new("O `cursor` da página seguinte; ausente na última"),
        ["nota_fiscal"] = new("O número da nota fiscal (ou da NFCom), como impresso, só os dígitos"),
        ["observacao"] = new("O que não pôde ser conferido, se algo não pôde"),
        ["operadora"] = new("O código da operadora"),
        ["operadoras"] = new("As operadoras que atendem"),
        ["operator_version"] = new("A versão da operadora que executa o job; nulo enquanto ele espera"),
        ["paused_until"] = new("Até quando os jobs da operadora esperam na fila, porque o portal dela está fora do ar; nulo quando não esperam"),
        ["payload"] = new("Os campos que o corpo do pedido traz, em ordem"),
        ["processo_id"] = new("O processo externo que acompanha o job, se houver"),
        ["progress"] = new("Quanto já andou, em porcentagem; nunca volta") { Minimum = "0", Maximum = "100" },
        ["reason"] = new("Por que não pôde ser carregada"),
        ["rejeitadas"] = new("As pastas e os pacotes que não puderam ser carregados; a versão que já atendia continua"),
        ["removida_em"] = new("Só quando o arquivo foi removido, por ser mais antigo do que se guarda: quando"),
        ["required"] = new("Se o corpo precisa trazer o campo"),
        ["result"] = new("Só quando COMPLETED: a chave da fatura, para baixar em `/arquivos/{key}`"),
        ["route"] = new("O fim do endereço que recebe os jobs, `/executar/{route}`; maiúsculas contam"),
        ["saindo"] = new("As versões antigas que ainda não saíram da memória: alguns segundos são normais; mais que isso, algo delas ainda está em uso"),
        ["secret"] = new("Se o valor é secreto: cifrado ao chegar, apagado quando o job termina"),
        ["sha256"] = new("O SHA-256 do conteúdo, em hexadecimal"),
        ["signed"] = new("Se os arquivos trazem uma assinatura que o servidor reconhece"),
        ["since"] = new("Desde quando"),
        ["size"] = new("O tamanho, em bytes") { Minimum = "0" },
        ["started_at"] = new("Quando começou a executar; nulo até lá"),
        ["state"] = new("O estado da operadora: `loaded` quando atende"),
        ["status"] = new("O estado do job", [.. Enum.GetValues<JobStatus>().Select(JobStatusBody.NameOf)]),
        ["status_url"] = new("Onde acompanhar o job"),
        ["timestamp"] = new("Quando"),
        ["token"] = new("O token, como veio"),
        ["total_jobs"] = new("Quantos jobs correspondem ao pedido, em todas as páginas") { Minimum = "0" },
        ["trace_id"] = new("Só no erro 500: o que procurar no log do servidor"),
        ["type"] = new("A espécie da falha, num nome que não muda"),
        ["valor"] = new("Quanto há a pagar, em reais"),
        ["vencimento"] = new("O vencimento da fatura, DD/MM/AAAA; ausente quando não foi lido"),
        ["version"] = new("A versão da operadora"),

        ["Faults.detail"] = new("As falhas, na ordem dos campos"),
        ["Health.status"] = new("Se o servidor trabalha", "healthy", "unhealthy"),
        ["Health.message"] = new("Quando algo vai mal, o que é"),
        ["JobCreated.status"] = new("O job começa na fila", "PENDING"),
        ["LedgerEntry.job_id"] = new("O job que a guardou"),
        ["LedgerEntry.key"] = new("A chave com que se baixa o arquivo em `/arquivos/{key}`; nula quando ele foi removido"),
        ["LedgerEntry.vencimento"] = new("O vencimento da fatura, DD/MM/AAAA"),
    }.ToFrozenDictionary();

    public static string? Of(string schema) => Schemas.GetValueOrDefault(schema);

    public static PropertyText? Of(string schema, string property) => Properties.GetValueOrDefault($"{schema}.{property}") ?? Properties.GetValueOrDefault(property);
}
