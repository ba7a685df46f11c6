using BotPhone.Api;
using BotPhone.Documents.Stores;
using BotPhone.Jobs;
using BotPhone.Sdk;
using Carter;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Net.Http.Headers;

namespace BotPhone.Documents;

/// <summary><c>GET /arquivos/{key}</c>: a stored file or a piece of evidence, with ranges.</summary>
internal sealed class DocumentsModule : ICarterModule
{
    private const string PdfType = "application/pdf";

    public void AddRoutes(IEndpointRouteBuilder app) => app.MapGet("/arquivos/{**key}", Read)
        .RequireAuthorization()
        .WithDocs("baixarArquivo", ApiTags.Files, "Baixa um arquivo", "Uma fatura guardada, ou o que se viu na tela quando um job falhou (`evidence`), inteiro ou só um intervalo.")
        .WithParameter(ParameterDoc.Path("key", "A chave do arquivo: o `result` de um job, ou a `key` de um dos seus `documents`")
            with { Example = "faturas/operadora/12345678000190/operadora_202401_12345678.pdf" })
        .WithParameter(ParameterDoc.Header("Range", "Só estes bytes do arquivo, por exemplo `bytes=0-1023`"))
        .WithContent(StatusCodes.Status200OK, "O arquivo", PdfType)
        .WithContent(StatusCodes.Status206PartialContent, "O intervalo pedido", PdfType)
        .WithError(StatusCodes.Status404NotFound, "Arquivo '{key}' não encontrado")
        .WithError(StatusCodes.Status416RangeNotSatisfiable)
        .WithError(StatusCodes.Status503ServiceUnavailable, ErrorPages.StoreDown);

    private static async Task<Results<FileStreamHttpResult, NotFound<ErrorBody>>> Read(string key, HttpContext http, IDocumentStore store, EvidenceStore evidence, AuditTrail audit)
    {
        // Generated clients write a slash inside a parameter as %2F, the one escape that routing leaves as it is.
        if (!StorageKey.TryParse(key.Replace("%2F", "/", StringComparison.OrdinalIgnoreCase), out var name) || await FindAsync(name) is not { } file)
            return ErrorResult.NotFound($"Arquivo '{key}' não encontrado");
        audit.Add(new AuditEntry(AuditEntry.FileRead, name.Value, http.User.Identity?.Name));
        var tag = new EntityTagHeaderValue($"\"{file.Modified.UtcTicks:x}-{file.Size:x}\"");
        return TypedResults.Stream(file.Content, TypeOf(name.Value), Path.GetFileName(name.Value), file.Modified, tag, enableRangeProcessing: true);

        async Task<StoredContent?> FindAsync(StorageKey name) => evidence.Open(name) ?? await store.OpenAsync(name, http.RequestAborted);
    }

    // A portal's page is shown as text, never run. An invoice in text is in the portal's own encoding.
    private static string TypeOf(string key) => Path.GetExtension(key) switch
    {
        ".png" => "image/png",
        ".txt" when !EvidenceFiles.Owns(key) => "text/plain",
        ".html" or ".txt" => "text/plain; charset=utf-8",
        _ => PdfType,
    };
}
