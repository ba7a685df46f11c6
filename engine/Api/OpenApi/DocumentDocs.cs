using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace BotPhone.Api;

/// <summary>The front page of the document: what this is, how to begin, how to sign in.</summary>
internal sealed class DocumentDocs : IOpenApiDocumentTransformer
{
    public const string BearerScheme = "token";

    private const string Welcome =
        """
        Peça uma fatura e deixe o resto com o robô: ele entra no portal da operadora, acha a fatura, baixa o PDF,
        confere se é mesmo o que você pediu e conta cada passo.

        1. **Autorize-se.** Clique em *Authorize* e cole o seu token; quem cuida do servidor emite um com
           `botphone token issue --subject SEU_NOME`.
        2. **Envie um job** com `POST /executar/…`: há um endereço para cada operadora carregada, com os campos que ela pede.
        3. **Acompanhe** em `GET /status/{job_id}` até `COMPLETED` ou `FAILED`.
        4. **Baixe o PDF** em `GET /arquivos/{key}`, com o `result` do job no lugar de `{key}`.

        Todo erro é um JSON com `detail`, que diz o que houve. Um caminho que não existe responde 404, "Recurso não encontrado";
        um método que o caminho não aceita, 405, "Método não permitido". Os horários estão em UTC, no formato ISO 8601.
        """;

    public Task TransformAsync(OpenApiDocument document, OpenApiDocumentTransformerContext context, CancellationToken cancellationToken)
    {
        document.Info = new OpenApiInfo
        {
            Title = "BotPhone",
            Version = typeof(DocumentDocs).Assembly.GetName().Version!.ToString(3),
            Summary = "Faturas de telecom, buscadas e conferidas para você",
            Description = Welcome,
            License = new OpenApiLicense { Name = "MIT", Identifier = "MIT" },
        };
        // The page's own origin, whatever name or proxy the server is reached by.
        document.Servers = [new OpenApiServer { Url = "/", Description = "Este servidor" }];
        document.AddComponent<IOpenApiSecurityScheme>(BearerScheme, new OpenApiSecurityScheme
        {
            Type = SecuritySchemeType.Http,
            Scheme = "bearer",
            BearerFormat = "JWT",
            Description = "Um token JWT assinado com HS256. Cole só o token, sem a palavra Bearer.",
        });
        DescribeReferences(document);
        document.Tags = new HashSet<OpenApiTag>(ApiTags.Of(document));
        return Task.CompletedTask;
    }

    // A property that is a schema of its own becomes a reference only now. One that may be left out is shown as one that may be null.
    private static void DescribeReferences(OpenApiDocument document)
    {
        foreach (var (name, schema) in document.Components?.Schemas ?? new Dictionary<string, IOpenApiSchema>())
        foreach (var (property, shown) in schema.Properties?.ToList() ?? [])
        {
            if ((shown is OpenApiSchema { OneOf: [_, OpenApiSchemaReference optional] } ? optional : shown) is not OpenApiSchemaReference reference) continue;
            reference.Description = SchemaTexts.Of(name, property)?.Description;
            schema.Properties![property] = reference;
        }
    }
}
