using System.Net;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using BotPhone.Tests.Kit;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.DependencyInjection;

namespace BotPhone.Tests.Api;

/// <summary><c>/openapi.json</c> of a server with operators of every kind.</summary>
public sealed partial class When_the_api_documents_itself : IAsyncLifetime
{
    private const string Submit = "/executar/";
    private static readonly string[] Plugins = ["Probe", "Claro", "Oi"];
    private TestServer _server = null!;
    private ApiDocument _document = null!;

    public async Task InitializeAsync()
    {
        _server = await TestServer.StartWithAsync(Plugins);
        _document = await ApiDocument.ReadAsync(_server);
    }

    public Task DisposeAsync() => _server.DisposeAsync().AsTask();

    [Fact]
    public async Task A_linter_finds_nothing()
    {
        using var folder = new TemporaryFolder();
        await File.WriteAllTextAsync(folder.File("openapi.json"), _document.Root.ToJsonString());
        Assert.Equal((0, ""), await Npm.Frontend.RunAsync("lint-openapi", folder.File("openapi.json")));
    }

    [Fact]
    public async Task Every_operator_has_its_path_and_a_schema_with_all_its_fields()
    {
        foreach (var one in (await _server.Client.GetAsync("/operadoras"))["operadoras"]!.AsArray())
        {
            var operation = _document.Operation($"executar_{one!["code"]}");
            Assert.Equal(($"/executar/{one["route"]}", HttpMethod.Post), (operation.Path, operation.Method));
            Assert.Equal($"#/components/schemas/Executar{one["code"]}", (string)operation.Body!["schema"]!["$ref"]!);

            var (schema, fields) = (_document.Schemas[$"Executar{one["code"]}"]!, one["payload"]!.AsArray());
            Assert.Equal([.. fields.Select(field => ((string)field!["name"]!, (string)field["description"]!))], DescribedProperties(schema).SkipLast(1));
            Assert.Equal("processo_id", DescribedProperties(schema).Last().Name);
            Assert.Equal(
                fields.Where(field => (bool)field!["required"]!).Select(field => (string)field!["name"]!),
                schema["required"]!.AsArray().Select(name => (string)name!));
        }
    }

    [Fact]
    public async Task Another_set_of_operators_gives_another_document()
    {
        await using var other = await TestServer.StartWithAsync(["Claro"]);
        var document = await ApiDocument.ReadAsync(other);
        Assert.Equal(["/executar/CLARO", "/executar/OI", "/executar/probe"], Submits(_document).Order(StringComparer.Ordinal));
        Assert.Equal(["/executar/CLARO"], Submits(document));
        Assert.Equal(["ExecutarCLARO"], document.Schemas.Select(schema => schema.Key).Where(name => name.StartsWith("Executar", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_server_without_operators_documents_the_rest()
    {
        await using var empty = await TestServer.StartWithAsync([]);
        Assert.Equal(_document.Paths.Except(Submits(_document)), (await ApiDocument.ReadAsync(empty)).Paths);
    }

    [Fact]
    public void Every_endpoint_is_in_it()
    {
        var mapped =
            from endpoint in _server.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            where endpoint.Metadata.GetMetadata<IExcludeFromDescriptionMetadata>() is not { ExcludeFromDescription: true }
            let path = CatchAll().Replace($"/{endpoint.RoutePattern.RawText!.TrimStart('/')}", "{")
            from method in endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? ["any"]
            select $"{method} {path}";
        var documented = _document.Operations.Select(operation =>
            $"{operation.Method} {(operation.Path.StartsWith(Submit, StringComparison.Ordinal) ? Submit + "{operadora}" : operation.Path)}");
        Assert.Equal(mapped.Distinct().Order(StringComparer.Ordinal), documented.Distinct().Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Every_operation_is_there()
    {
        foreach (var operation in _document.Operations)
        {
            using var request = new HttpRequestMessage(operation.Method, operation.ExamplePath);
            using var answer = await _server.Client.Http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
            Assert.NotEqual(HttpStatusCode.MethodNotAllowed, answer.StatusCode);
            if (answer.StatusCode == HttpStatusCode.NotFound) Assert.DoesNotContain("Recurso não encontrado", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Those_that_ask_for_a_token_are_those_that_refuse_to_do_without()
    {
        using var stranger = _server.ClientWith(null);
        foreach (var operation in _document.Operations)
        {
            using var request = new HttpRequestMessage(operation.Method, operation.ExamplePath);
            using var answer = await stranger.Http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
            Assert.Equal((operation.Id, operation.AsksForToken), (operation.Id, answer.StatusCode == HttpStatusCode.Unauthorized));
        }
    }

    [Fact]
    public void Everything_is_described()
    {
        foreach (var operation in _document.Operations)
        {
            Assert.All(["summary", "description", "operationId"], name => AssertSaid(operation.Node[name], $"{name} of {operation.Path}"));
            Assert.All(operation.Parameters, parameter => AssertSaid(parameter["description"], $"{parameter["name"]} of {operation.Path}"));
            Assert.All(operation.Answers, answer => Assert.NotEqual(ReasonPhrases.GetReasonPhrase(int.Parse(answer.Key, null)), (string)answer.Value!["description"]!));
        }

        Assert.All(_document.Root["tags"]!.AsArray(), tag => AssertSaid(tag!["description"], $"tag {tag["name"]}"));
        Assert.All(_document.Schemas, schema => AssertSaid(schema.Value!["description"], schema.Key));
        Assert.Empty(
            from schema in _document.Schemas
            from property in DescribedProperties(schema.Value!)
            where string.IsNullOrEmpty(property.Description)
            select $"{schema.Key}.{property.Name}");
    }

    [Fact]
    public void Every_schema_says_something() => Assert.Empty(SchemasIn(_document.Root, "").Where(schema => schema.Node.Count == 0).Select(schema => schema.Path));

    [Fact]
    public void Closed_sets_are_listed_and_what_may_be_null_says_so()
    {
        var status = _document.Schemas["JobStatus"]!["properties"]!;
        Assert.Equal(["PENDING", "RUNNING", "COMPLETED", "FAILED"], status["status"]!["enum"]!.AsArray().Select(value => (string)value!));
        Assert.Equal([.. BotPhone.Sdk.ErrorCode.All.Select(code => code.Name), null], status["error_code"]!["enum"]!.AsArray().Select(value => (string?)value));
        Assert.Equal("""["null","string"]""", status["completed_at"]!["type"]!.ToJsonString());
        Assert.Equal(("string", "date-time"), ((string)status["created_at"]!["type"]!, (string)status["created_at"]!["format"]!));
        Assert.DoesNotContain("next_cursor", _document.Schemas["JobList"]!["required"]!.AsArray().Select(name => (string)name!));
        Assert.Equal("string", (string)_document.Schemas["JobList"]!["properties"]!["next_cursor"]!["type"]!);
    }

    private static IEnumerable<string> Submits(ApiDocument document) => document.Paths.Where(path => path.StartsWith(Submit, StringComparison.Ordinal));

    private static IEnumerable<(string Name, string? Description)> DescribedProperties(JsonNode schema) =>
        schema["properties"]?.AsObject().Select(property => (property.Key, (string?)property.Value!["description"])) ?? [];

    private static void AssertSaid(JsonNode? text, string what) => Assert.False(string.IsNullOrEmpty((string?)text), what);

    private static IEnumerable<(string Path, JsonObject Node)> SchemasIn(JsonNode? node, string path) => node switch
    {
        JsonObject inner => inner.SelectMany(child => SchemasIn(child.Value, $"{path}/{child.Key}").Concat(child switch
        {
            { Key: "schema" or "items", Value: JsonObject schema } => [($"{path}/{child.Key}", schema)],
            { Key: "properties" or "schemas", Value: JsonObject schemas } => schemas.Select(one => ($"{path}/{child.Key}/{one.Key}", one.Value!.AsObject())),
            _ => [],
        })),
        JsonArray list => list.SelectMany((child, index) => SchemasIn(child, $"{path}/{index}")),
        _ => [],
    };

    [GeneratedRegex(@"\{\*+")]
    private static partial Regex CatchAll();
}
