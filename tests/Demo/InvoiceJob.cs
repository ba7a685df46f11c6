using System.Text.Json.Serialization;

namespace BotPhone.Demo;

/// <summary>What a client sends.</summary>
internal sealed record InvoiceJob(
    [property: JsonPropertyName("login")] string Login,
    [property: JsonPropertyName("senha")] string Password,
    [property: JsonPropertyName("filtro")] string Filter,
    [property: JsonPropertyName("cnpj")] string Cnpj);

/// <summary>How a job ended.</summary>
internal sealed record Row(string Operator, string Status, TimeSpan Time, string Outcome, string? Sha256, string ExpectedSha256)
{
    public bool IsRight => Status == "COMPLETED" && Sha256 == ExpectedSha256;
}
