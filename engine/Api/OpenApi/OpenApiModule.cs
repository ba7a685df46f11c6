using System.Text.Json.Nodes;
using Carter;

namespace BotPhone.Api;

/// <summary><c>GET /openapi.json</c>: what this server offers right now, open to everyone.</summary>
internal sealed class OpenApiModule : ICarterModule
{
    public const string Path = "/openapi.json";

    public void AddRoutes(IEndpointRouteBuilder app) => app.MapGet(Path, async (OpenApiText text, CancellationToken cancellation) =>
            Results.Bytes(await text.ReadAsync(cancellation), "application/json; charset=utf-8"))
        .WithDocs("obterOpenApi", ApiTags.System, "Esta documentação, para máquinas", "O documento OpenAPI, sempre com as operadoras carregadas neste momento.")
        .WithAnswer(StatusCodes.Status200OK, "O documento OpenAPI 3.1", typeof(JsonObject));
}
