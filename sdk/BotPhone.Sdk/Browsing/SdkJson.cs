using System.Text.Json.Serialization;

namespace BotPhone.Sdk;

// What passes between this assembly and the scripts in the page.
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(TableContent))]
[JsonSerializable(typeof(IReadOnlyList<string>))]
[JsonSerializable(typeof(ElementQuery[]))]
[JsonSerializable(typeof(SignQuery[]))]
[JsonSerializable(typeof(RowQuery))]
internal sealed partial class SdkJson : JsonSerializerContext;

internal sealed record TableContent(IReadOnlyList<string> Headers, IReadOnlyList<IReadOnlyList<string>> Rows);

internal sealed record SignQuery(ElementQuery? Element, string? Text, string? Address)
{
    public static SignQuery Of(Sign sign) =>
        new(sign.Element is { } element ? ElementQuery.Of(element) : null, sign.Text, sign.Address);
}

internal sealed record RowQuery(ElementQuery? Table, ElementQuery? Card, IReadOnlyList<FieldQuery> Fields)
{
    public static RowQuery Of(RowLayout layout) => new(
        layout.Table is { } table ? ElementQuery.Of(table) : null,
        layout.Card is { } card ? ElementQuery.Of(card) : null,
        [.. layout.Fields.Select(field => new FieldQuery(field.Key, ElementQuery.Of(field.Value)))]);
}

internal sealed record FieldQuery(string Name, ElementQuery Element);

internal sealed record ElementQuery(string? Css, [property: JsonPropertyName("xpath")] string? XPath)
{
    public static ElementQuery Of(Selector selector) => new(selector.Css, selector.XPath);
}
