using System.Text.Json.Serialization;

namespace BotPhone.Sdk;

// What passes between this assembly and the scripts in the page.
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(TableContent))]
[JsonSerializable(typeof(IReadOnlyList<string>))]
[JsonSerializable(typeof(SignQuery[]))]
internal sealed partial class SdkJson : JsonSerializerContext;

internal sealed record TableContent(IReadOnlyList<string> Headers, IReadOnlyList<IReadOnlyList<string>> Rows);

internal sealed record SignQuery(ElementQuery? Element, string? Text, string? Address)
{
    public static SignQuery Of(Sign sign) =>
        new(sign.Element is { } element ? new ElementQuery(element.Css, element.XPath) : null, sign.Text, sign.Address);
}

internal sealed record ElementQuery(string? Css, [property: JsonPropertyName("xpath")] string? XPath);
