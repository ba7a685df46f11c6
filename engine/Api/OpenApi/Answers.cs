using System.Text.Json.Nodes;
using Microsoft.OpenApi;

namespace BotPhone.Api;

/// <summary>Makes the answers of an operation.</summary>
internal static class Answers
{
    public const string Json = "application/json";

    public static OpenApiResponse Of(int status, Type body, OpenApiDocument document, params IReadOnlyList<Example> examples)
    {
        var answer = new OpenApiResponse
        {
            Description = TextOf(status),
            Headers = HeadersOf(status),
            Content = new Dictionary<string, OpenApiMediaType> { [Json] = new() { Schema = new OpenApiSchemaReference(SchemaDocs.NameOf(body), document) } },
        };
        Show(answer, examples);
        return answer;
    }

    public static void Show(IOpenApiResponse answer, IReadOnlyList<Example> examples)
    {
        if (answer.Content?.TryGetValue(Json, out var content) is not true) return;
        if (examples is [var only]) content.Example = only.Json;
        else if (examples.Count > 0) content.Examples = examples.ToDictionary(one => one.Name, one => one.ToOpenApi());
    }

    /// <summary>What a status means here, in a reader's words.</summary>
    public static string TextOf(int status) => status switch
    {
        StatusCodes.Status200OK => "Deu certo",
        StatusCodes.Status401Unauthorized => "O token falta, não é válido ou expirou",
        StatusCodes.Status404NotFound => "Não foi encontrado",
        StatusCodes.Status409Conflict => "A chave já foi usada com outro conteúdo",
        StatusCodes.Status413PayloadTooLarge => "O corpo passa do limite",
        StatusCodes.Status416RangeNotSatisfiable => "O intervalo pedido fica fora do arquivo",
        StatusCodes.Status422UnprocessableEntity => "Algo no pedido não vale: todas as falhas vêm de uma vez",
        StatusCodes.Status429TooManyRequests => "Pedidos demais: tente de novo depois dos segundos que `Retry-After` diz",
        StatusCodes.Status500InternalServerError => "Uma falha nossa: `trace_id` diz o que procurar no log do servidor",
        StatusCodes.Status503ServiceUnavailable => "O servidor não pode atender agora: tente de novo depois dos segundos que `Retry-After` diz",
        _ => ErrorPages.DetailOf(status),
    };

    private static Dictionary<string, IOpenApiHeader>? HeadersOf(int status) => status switch
    {
        StatusCodes.Status401Unauthorized => new() { ["WWW-Authenticate"] = Header("O que o servidor espera", JsonSchemaType.String, "Bearer") },
        StatusCodes.Status429TooManyRequests or StatusCodes.Status503ServiceUnavailable =>
            new() { ["Retry-After"] = Header("Quantos segundos esperar", JsonSchemaType.Integer, ErrorPages.RetryAfterSeconds) },
        _ => null,
    };

    private static OpenApiHeader Header(string description, JsonSchemaType type, JsonNode example) =>
        new() { Description = description, Schema = new OpenApiSchema { Type = type }, Example = example };
}
