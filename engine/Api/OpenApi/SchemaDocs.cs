using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace BotPhone.Api;

/// <summary>Says of each schema what its type does not show: words, closed sets, what may be absent.</summary>
internal sealed class SchemaDocs : IOpenApiSchemaTransformer
{
    /// <summary>The name under which clients know a type that is sent.</summary>
    public static string NameOf(Type type) => type.Name.EndsWith("Body", StringComparison.Ordinal) ? type.Name[..^4] : type.Name;

    public Task TransformAsync(OpenApiSchema schema, OpenApiSchemaTransformerContext context, CancellationToken cancellationToken)
    {
        if (context.JsonTypeInfo.Kind != JsonTypeInfoKind.Object || schema.Properties is null) return Task.CompletedTask;

        var name = NameOf(context.JsonTypeInfo.Type);
        schema.Description = SchemaTexts.Of(name);
        foreach (var property in context.JsonTypeInfo.Properties)
            if (schema.Properties[property.Name] is OpenApiSchema described) Describe(schema, described, property, SchemaTexts.Of(name, property.Name));
        return Task.CompletedTask;
    }

    private static void Describe(OpenApiSchema owner, OpenApiSchema schema, JsonPropertyInfo property, PropertyText? text)
    {
        var type = Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType;
        // Written by a converter of ours, which tells nothing of a schema.
        if (type == typeof(DateTimeOffset)) schema.Type = JsonSchemaType.String | (type == property.PropertyType ? 0 : JsonSchemaType.Null);
        if (type == typeof(IReadOnlyList<object>)) schema.Items = new OpenApiSchema { Type = JsonSchemaType.String | JsonSchemaType.Integer };
        // Left out rather than null.
        if (property.ShouldSerialize is not null)
        {
            owner.Required?.Remove(property.Name);
            schema.Type &= ~JsonSchemaType.Null;
        }

        schema.Description = text?.Description;
        if (text?.Values is [_, ..] values) schema.Enum = [.. ValuesOf(values, schema)];
        (schema.Minimum, schema.Maximum) = (text?.Minimum, text?.Maximum);
    }

    private static IEnumerable<JsonNode> ValuesOf(IEnumerable<string> values, OpenApiSchema schema)
    {
        foreach (var value in values) yield return value;
        if (schema.Type!.Value.HasFlag(JsonSchemaType.Null)) yield return JsonNullSentinel.JsonNull;
    }
}
