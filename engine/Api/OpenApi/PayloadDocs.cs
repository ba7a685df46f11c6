using System.Text.Json.Nodes;
using BotPhone.Jobs;
using BotPhone.Sdk;
using Microsoft.OpenApi;

namespace BotPhone.Api;

/// <summary>The request body of an operator, as its payload declares it.</summary>
internal static class PayloadDocs
{
    // As much punctuation as is left out when a CNPJ is read, between 12 letters or digits and 2 digits.
    private const string CnpjPattern = @"^(?:[./\s\u00AD-]*[0-9A-Za-z]){12}(?:[./\s\u00AD-]*[0-9]){2}[./\s\u00AD-]*$";
    private const string DatePattern = "^(?:0[1-9]|[12][0-9]|3[01])/(?:0[1-9]|1[0-2])/[0-9]{4}$";

    public static OpenApiSchema SchemaOf(IOperatorVersion @operator)
    {
        var fields = @operator.Payload.Fields;
        return new OpenApiSchema
        {
            Type = JsonSchemaType.Object,
            Description = $"O que a operadora {@operator.Code} precisa saber",
            Required = fields.Where(field => field.IsRequired).Select(field => field.Name).ToHashSet(),
            Properties = fields.Select(field => (field.Name, Schema: SchemaOf(field))).Append((PayloadReader.ProcessoField, ProcessoSchema()))
                .DistinctBy(property => property.Item1)
                .ToDictionary(property => property.Item1, IOpenApiSchema (property) => property.Item2),
        };
    }

    /// <summary>A body that would be accepted: what is required, and no more.</summary>
    public static JsonObject ExampleOf(IOperatorVersion @operator) =>
        new(@operator.Payload.Fields.Where(field => field.IsRequired).Select(field => KeyValuePair.Create(field.Name, (JsonNode?)ExampleOf(field))));

    private static OpenApiSchema SchemaOf(PayloadField field) => new()
    {
        Type = JsonSchemaType.String | (field.IsRequired ? 0 : JsonSchemaType.Null),
        Description = field.Description,
        MinLength = 1,
        Format = field.IsSecret ? "password" : null,
        WriteOnly = field.IsSecret,
        Pattern = field.Kind switch { FieldKind.Cnpj => CnpjPattern, FieldKind.Date => DatePattern, _ => null },
        Examples = [ExampleOf(field)],
    };

    private static OpenApiSchema ProcessoSchema() => new()
    {
        Type = JsonSchemaType.String | JsonSchemaType.Null,
        Description = "O processo externo a avisar quando o job terminar",
        Format = "uuid",
        Examples = [ExampleJob.ProcessoId],
    };

    private static string ExampleOf(PayloadField field) => field.Example ?? field.Kind switch
    {
        FieldKind.Cnpj => "12.345.678/0001-90",
        FieldKind.Date => "15/01/2024",
        FieldKind.StorageKey => "fatura_202401.pdf",
        _ => "texto",
    };
}
