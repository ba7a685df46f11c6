using System.Text.Json.Serialization;

namespace BotPhone.Demo;

/// <summary>What a client sends to have an invoice fetched.</summary>
internal sealed record InvoiceJob(
    [property: JsonPropertyName("login")] string Login,
    [property: JsonPropertyName("senha")] string Password,
    [property: JsonPropertyName("filtro")] string Filter,
    [property: JsonPropertyName("cnpj")] string Cnpj,
    [property: JsonPropertyName("cpf"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Cpf);

/// <summary>What a client sends to have a file registered.</summary>
internal sealed record RegistrationJob(
    [property: JsonPropertyName("cnpj")] string Cnpj,
    [property: JsonPropertyName("razao")] string Name,
    [property: JsonPropertyName("operadora")] string Operator,
    [property: JsonPropertyName("nome_filtro")] string Search,
    [property: JsonPropertyName("unidade")] string Branch,
    [property: JsonPropertyName("servico")] string Service,
    [property: JsonPropertyName("dados_sat")] string Data,
    [property: JsonPropertyName("nome_arquivo")] string File,
    [property: JsonPropertyName("data_vencimento")] string DueDate);
