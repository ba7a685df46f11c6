using System.Text.Json.Serialization;

namespace BotPhone.PortalSimulator.Sat;

/// <summary>A registration as the portal keeps it; <c>GET /__sim/cadastros</c> tells those that were added.</summary>
public sealed record SatRow
{
    /// <summary>The client's number: two clients may have one CNPJ.</summary>
    [JsonPropertyName("cliente")]
    public required int Client { get; init; }

    [JsonPropertyName("cnpj")]
    public required string Cnpj { get; init; }

    [JsonPropertyName("unidade")]
    public required string Branch { get; init; }

    [JsonPropertyName("operadora")]
    public required string Operator { get; init; }

    /// <summary>Empty in the skin that does not ask for it.</summary>
    [JsonPropertyName("servico")]
    public string Service { get; init; } = "";

    [JsonPropertyName("dados")]
    public required string Data { get; init; }

    [JsonPropertyName("competencia")]
    public required DateOnly Date { get; init; }

    [JsonPropertyName("categoria")]
    public string Category { get; init; } = "PAGAR";

    /// <summary>The name under which the file came.</summary>
    [JsonPropertyName("arquivo")]
    public required string File { get; init; }

    /// <summary>Of the file that came, in lower-case hexadecimal; empty in rows that were there before.</summary>
    [JsonPropertyName("sha256")]
    public string Sha256 { get; init; } = "";
}
