using System.Globalization;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace BotPhone.Sdk.Testing;

/// <summary>The texts of a request, checked against the operator's schema as the server checks a body.</summary>
internal static class PayloadValues
{
    /// <exception cref="ArgumentException">The server would refuse it, with all the reasons.</exception>
    public static IReadOnlyDictionary<string, string> Of(PayloadSchema schema, object payload)
    {
        var body = BodyOf(payload);
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        var faults = new List<string>();
        foreach (var field in schema.Fields)
        {
            if (body[field.Name] is not { } given)
            {
                if (field.IsRequired) faults.Add($"'{field.Name}' is missing");
            }
            else if (given.GetValueKind() != JsonValueKind.String || given.GetValue<string>() is not { Length: > 0 } text || !field.TryRead(text, out _))
            {
                faults.Add($"'{field.Name}' is not a {field.Kind}");
            }
            else
            {
                values.Add(field.Name, text);
            }
        }

        return faults.Count == 0 ? values : throw new ArgumentException($"The server would refuse this payload: {string.Join("; ", faults)}.", nameof(payload));
    }

    private static JsonObject BodyOf(object payload) => payload switch
    {
        JsonObject body => body,
        string json => Parse(json),
        _ when FieldsOf(payload.GetType()) is { Count: > 0 } fields => new JsonObject(fields.Select(field => KeyValuePair.Create(field.Name, Written(field.Property.GetValue(payload))))),
        _ => JsonSerializer.SerializeToNode(payload) as JsonObject ?? throw new ArgumentException("The payload is no JSON object.", nameof(payload)),
    };

    private static JsonObject Parse(string json)
    {
        try
        {
            return JsonNode.Parse(json) as JsonObject ?? throw new ArgumentException("The payload is no JSON object.", nameof(json));
        }
        catch (JsonException exception)
        {
            throw new ArgumentException($"The payload is no JSON: {exception.Message}", nameof(json), exception);
        }
    }

    private static List<(string Name, PropertyInfo Property)> FieldsOf(Type type) =>
    [
        .. type.GetProperties()
            .Select(property => (property.GetCustomAttribute<PayloadFieldAttribute>()?.Name, property))
            .Where(field => field.Name is not null)
            .Select(field => (field.Name!, field.property)),
    ];

    private static JsonNode? Written(object? value) => value switch
    {
        null => null,
        DateOnly date => date.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture),
        _ => value.ToString(),
    };
}
