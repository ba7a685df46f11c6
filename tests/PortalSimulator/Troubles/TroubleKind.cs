using System.Text.Json.Serialization;

namespace BotPhone.PortalSimulator.Troubles;

/// <summary>A kind of trouble that a portal knows, and what may be said about it.</summary>
internal sealed record TroubleKind(
    [property: JsonPropertyName("tipo")] string Code,
    [property: JsonPropertyName("descricao")] string About,
    [property: JsonPropertyName("variantes")] params string[] Variants)
{
    [JsonPropertyName("elementos")]
    public string[] Elements { get; init; } = [];

    /// <summary>Null when <paramref name="trouble"/> makes sense, else what is wrong with it.</summary>
    public string? FaultOf(Trouble trouble) => trouble switch
    {
        { Times: < 0 } => "vezes deve ser zero ou mais (zero ou nulo: sempre).",
        { Seconds: <= 0 or > 3600 } => "segundos deve ser maior que zero e no máximo 3600.",
        { After: < 0 } => "apos deve ser zero ou mais.",
        _ when trouble.Variant is { } variant && !Variants.Contains(variant) => $"variante '{variant}' desconhecida em {Code}: {Listed(Variants)}.",
        _ when Elements.Length > 0 && !Elements.Contains(trouble.Element) => $"elemento '{trouble.Element}' desconhecido em {Code}: {Listed(Elements)}.",
        _ => null,
    };

    /// <summary>With the first variant when none was named.</summary>
    public Trouble Complete(Trouble trouble) => trouble with { Variant = trouble.Variant ?? Variants.FirstOrDefault() };

    private static string Listed(string[] known) => known.Length == 0 ? "não há nenhuma" : "use " + string.Join(", ", known);
}
