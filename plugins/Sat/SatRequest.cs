using BotPhone.Sdk;

namespace BotPhone.Operators.Sat;

/// <summary>What is to be registered. How to sign in is no part of it: that is in the settings.</summary>
public sealed record SatRequest
{
    [PayloadField("cnpj", "CNPJ da empresa, com ou sem pontuação", Example = "12.345.678/0001-90")]
    public required Cnpj Cnpj { get; init; }

    [PayloadField("razao", "Razão social da empresa, exatamente como está no SAT", Example = "EMPRESA EXEMPLO LTDA")]
    public required string CompanyName { get; init; }

    [PayloadField("operadora", "Nome da operadora que emitiu a fatura", Example = "OI", Identifying = false)]
    public required string Carrier { get; init; }

    [PayloadField("nome_filtro", "Texto com que o cliente é procurado na lista do SAT", Example = "OI FIXO")]
    public required string Search { get; init; }

    [PayloadField("unidade", "Unidade ou filial, exatamente como está no SAT", Example = "UNIDADE CENTRAL")]
    public required string Branch { get; init; }

    [PayloadField("servico", "Tipo de serviço", Example = "TELEFONIA", Identifying = false)]
    public required string Service { get; init; }

    [PayloadField("dados_sat", "Dados da fatura para o SAT, guardados sem alteração", Example = "DADOS_SAT_EXEMPLO")]
    public required string Data { get; init; }

    [PayloadField("nome_arquivo", "Nome do arquivo guardado que é enviado ao SAT: o result do job que baixou a fatura", Example = "fatura_oi_202401.pdf")]
    public required StorageKey File { get; init; }

    [PayloadField("data_vencimento", "Vencimento da fatura, DD/MM/AAAA: vai como data de competência", Example = "15/01/2024")]
    public required DateOnly DueDate { get; init; }
}
