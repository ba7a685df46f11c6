using System.Text.Json.Serialization;

namespace BotPhone.PortalSimulator;

/// <summary>Something that goes wrong at a portal; <c>GET /__sim/portais</c> lists the kinds that each has.</summary>
public sealed record Trouble
{
    /// <summary>Such as <c>OI</c>.</summary>
    [JsonPropertyName("portal")]
    public string Portal { get; init; } = "";

    /// <summary>The user whom it happens to, or <c>*</c> for everyone, before sign-in too.</summary>
    [JsonPropertyName("escopo")]
    public string Scope { get; init; } = "*";

    /// <summary>Such as <c>T07</c>.</summary>
    [JsonPropertyName("tipo")]
    public string Kind { get; init; } = "";

    /// <summary>Which form it takes; when absent, the kind's first.</summary>
    [JsonPropertyName("variante")]
    public string? Variant { get; init; }

    /// <summary>How many times it happens before things work again; null or 0 is always.</summary>
    [JsonPropertyName("vezes")]
    public int? Times { get; init; }

    /// <summary>T13: the element that is not as it was.</summary>
    [JsonPropertyName("elemento")]
    public string? Element { get; init; }

    /// <summary>Troubles of slowness: how slow. Default 5.</summary>
    [JsonPropertyName("segundos")]
    public double? Seconds { get; init; }

    /// <summary>T16: how many requests are answered before. Default 1.</summary>
    [JsonPropertyName("apos")]
    public int? After { get; init; }

    internal TimeSpan Duration => TimeSpan.FromSeconds(Seconds ?? 5);
}
