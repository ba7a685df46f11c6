using System.Text.Json.Nodes;

namespace BotPhone.Tests.Kit;

/// <summary>A server's <c>/openapi.json</c>.</summary>
internal sealed class ApiDocument(JsonNode root)
{
    public JsonNode Root => root;

    public IReadOnlyList<string> Paths => [.. root["paths"]!.AsObject().Select(path => path.Key)];

    public IEnumerable<ApiOperation> Operations =>
        from path in root["paths"]!.AsObject()
        from operation in path.Value!.AsObject()
        select new ApiOperation(path.Key, new HttpMethod(operation.Key.ToUpperInvariant()), operation.Value!);

    public JsonObject Schemas => root["components"]!["schemas"]!.AsObject();

    public static async Task<ApiDocument> ReadAsync(TestServer server)
    {
        using var stranger = server.ClientWith(null);
        return new ApiDocument(await stranger.GetAsync("/openapi.json"));
    }

    public ApiOperation Operation(string id) => Operations.Single(operation => operation.Id == id);
}

/// <summary>One operation of the document.</summary>
internal sealed record ApiOperation(string Path, HttpMethod Method, JsonNode Node)
{
    public string Id => (string)Node["operationId"]!;

    public IEnumerable<JsonNode> Parameters => Node["parameters"]?.AsArray().Select(parameter => parameter!) ?? [];

    public JsonObject Answers => Node["responses"]!.AsObject();

    /// <summary>The path with the parameters' examples in it.</summary>
    public string ExamplePath => Parameters.Where(parameter => (string)parameter["in"]! == "path")
        .Aggregate(Path, (path, parameter) => path.Replace($"{{{parameter["name"]}}}", (string)parameter["example"]!, StringComparison.Ordinal));

    public JsonNode? Body => Node["requestBody"]?["content"]!["application/json"];

    public JsonNode? ExampleBody => Body?["example"];

    public bool AsksForToken => Node["security"]!.AsArray() is [JsonObject { Count: 1 }];

    public JsonNode Example(int status) => Answers[$"{status}"]!["content"]!["application/json"]!["example"]!;
}
