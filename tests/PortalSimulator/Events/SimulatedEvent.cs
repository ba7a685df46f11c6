using System.Text.Json.Serialization;

namespace BotPhone.PortalSimulator;

/// <summary>One thing that a portal saw. Details that a kind does not have are null. Passwords are never here.</summary>
public sealed record SimulatedEvent
{
    [JsonPropertyName("momento")]
    public required DateTimeOffset At { get; init; }

    [JsonPropertyName("portal")]
    public required string Portal { get; init; }

    /// <summary>One of <see cref="EventKind"/>.</summary>
    [JsonPropertyName("tipo")]
    public required string Kind { get; init; }

    /// <summary>Who is signed in, or, for a login POST, who wanted to.</summary>
    [JsonPropertyName("login")]
    public string? Login { get; init; }

    /// <summary>Pages: the whole address.</summary>
    [JsonPropertyName("endereco")]
    public string? Address { get; init; }

    /// <summary>
    /// Login POST: <c>ok</c>, <c>senha_invalida</c>, <c>conta_bloqueada</c>, <c>senha_expirada</c>, <c>segundo_fator</c> or <c>desafio</c>.
    /// Pages: the trouble that was shown. Second copies: <c>disponivel</c> or <c>erro</c>.
    /// Registrations: <c>gravado</c> or <c>nao_gravado</c>.
    /// </summary>
    [JsonPropertyName("resultado")]
    public string? Result { get; init; }

    /// <summary>List: the query without its offset.</summary>
    [JsonPropertyName("filtro")]
    public string? Filter { get; init; }

    /// <summary>List: where the page that was asked for starts.</summary>
    [JsonPropertyName("offset")]
    public int? Offset { get; init; }

    /// <summary>Detail and PDF: the code of the invoice.</summary>
    [JsonPropertyName("codigo")]
    public string? Code { get; init; }

    /// <summary>Detail and PDF: whose invoice it is.</summary>
    [JsonPropertyName("cnpj")]
    public string? Cnpj { get; init; }

    [JsonPropertyName("conta")]
    public string? Account { get; init; }

    /// <summary>PDF and ZIP: the HTTP status given.</summary>
    [JsonPropertyName("status")]
    public int? Status { get; init; }

    /// <summary>Second copies: the number of the request, and the codes asked for.</summary>
    [JsonPropertyName("pedido")]
    public int? Request { get; init; }

    [JsonPropertyName("codigos")]
    public IReadOnlyList<string>? Codes { get; init; }
}
