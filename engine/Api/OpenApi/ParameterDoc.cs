using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.OpenApi;

namespace BotPhone.Api;

/// <summary>One parameter of an operation, in a reader's words.</summary>
internal sealed record ParameterDoc(string Name, ParameterLocation In, string Description)
{
    public string? Example { get; init; }

    public string? Format { get; init; }

    /// <summary>The only values there are.</summary>
    public IReadOnlyList<string> Values { get; init; } = [];

    /// <summary>When set, the parameter is a whole number in this range.</summary>
    public (int Min, int Max)? Range { get; init; }

    public int? MaxLength { get; init; }

    public static ParameterDoc Path(string name, string description) => new(name, ParameterLocation.Path, description);

    public static ParameterDoc Query(string name, string description) => new(name, ParameterLocation.Query, description);

    public static ParameterDoc Header(string name, string description) => new(name, ParameterLocation.Header, description);

    public OpenApiParameter ToOpenApi() => new()
    {
        Name = Name,
        In = In,
        Description = Description,
        Required = In == ParameterLocation.Path,
        Example = Range is null ? Example : Example is null ? null : int.Parse(Example, CultureInfo.InvariantCulture),
        Schema = new OpenApiSchema
        {
            Type = Range is null ? JsonSchemaType.String : JsonSchemaType.Integer,
            Format = Format,
            Enum = Values is [] ? null : [.. Values.Select(value => (JsonNode)value)],
            Minimum = Range?.Min.ToString(CultureInfo.InvariantCulture),
            Maximum = Range?.Max.ToString(CultureInfo.InvariantCulture),
            MaxLength = MaxLength,
        },
    };
}
