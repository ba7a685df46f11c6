using BotPhone.Api;
using BotPhone.Sdk;
using Carter;
using Microsoft.AspNetCore.Http.HttpResults;

namespace BotPhone.Documents;

/// <summary><c>GET /arquivos/{key}</c>: a stored file, with ranges.</summary>
internal sealed class DocumentsModule : ICarterModule
{
    public void AddRoutes(IEndpointRouteBuilder app) => app.MapGet("/arquivos/{**key}", Results<PhysicalFileHttpResult, NotFound<ErrorBody>> (string key, FileStore store) =>
        StorageKey.TryParse(key, out var name) && store.Find(name) is { } path
            ? TypedResults.PhysicalFile(path, "application/pdf", Path.GetFileName(path), enableRangeProcessing: true)
            : ErrorResult.NotFound($"Arquivo '{key}' não encontrado")).RequireAuthorization();
}
