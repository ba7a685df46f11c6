using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.OpenApi;

namespace BotPhone.Api;

/// <summary>A made-up body, in the very type that is sent.</summary>
internal sealed record Example(string Name, string Title, object Body)
{
    public JsonNode Json => JsonSerializer.SerializeToNode(Body, Body.GetType(), ApiJson.Wire)!;

    public IOpenApiExample ToOpenApi() => new OpenApiExample { Summary = Title, Value = Json };

    public static Example Of(FieldFault fault) => new("falha", "Uma falha", new FaultsBody([fault]));
}
