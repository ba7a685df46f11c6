using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using BotPhone.Sdk;

namespace BotPhone.Invoices;

/// <summary>How an <c>operator.json</c> is read: comments are welcome, misspelt names are not.</summary>
internal static class SettingsJson
{
    private static readonly JsonDocumentOptions Lenient = new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };

    /// <summary>The lists that the server reads itself.</summary>
    public static IReadOnlyList<string> ServerLists { get; } = [ReachableHosts.Key, BlockedUrls.Key];

    /// <returns>Null when it is no JSON object.</returns>
    /// <exception cref="JsonException">It is no JSON.</exception>
    public static JsonObject? Parse(ReadOnlySpan<byte> text) =>
        JsonNode.Parse(WithoutMark(text), new JsonNodeOptions { PropertyNameCaseInsensitive = true }, Lenient) as JsonObject;

    /// <summary>Makes settings of an operator's type. What it declares to reach and to block is the server's to know: the type need not have it.</summary>
    /// <exception cref="JsonException">It does not fit the type; nor does one that the type refuses (<see cref="InvalidOperationException"/>, <see cref="NotSupportedException"/>).</exception>
    [SuppressMessage("Performance", "CA1869", Justification = "Options of its own each time: nothing bound to an operator's type may outlive it in a shared cache.")]
    public static object? Bind(JsonObject settings, Type type)
    {
        foreach (var key in ServerLists)
            if (type.GetProperty(key) is null) settings.Remove(key);
        return settings.Deserialize(type, new JsonSerializerOptions
        {
            PropertyNameCaseInsensitive = true,
            NumberHandling = JsonNumberHandling.AllowReadingFromString,
            RespectNullableAnnotations = true,
            UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        });
    }

    /// <summary>Settings as they would stand in a file, secrets blanked.</summary>
    public static JsonObject Write(object settings) => (JsonObject)JsonSerializer.SerializeToNode(settings, settings.GetType())!;

    /// <summary>The values of the settings' own properties of type <see cref="Secret"/>.</summary>
    public static IReadOnlyList<string> SecretsOf(object? settings) => settings is null ? [] :
    [
        .. settings.GetType().GetProperties()
            .Where(property => property.PropertyType == typeof(Secret))
            .Select(property => (Secret?)property.GetValue(settings))
            .OfType<Secret>()
            .Select(secret => secret.Reveal()),
    ];

    // Some editors put it before a text.
    private static ReadOnlySpan<byte> WithoutMark(ReadOnlySpan<byte> text) => text is [0xEF, 0xBB, 0xBF, ..] ? text[3..] : text;
}
