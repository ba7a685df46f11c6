using BotPhone.Api;
using BotPhone.Jobs;
using Carter;

namespace BotPhone.Operators;

/// <summary><c>GET /operadoras</c>: what is loaded, what could not be and why, and what has not left the memory.</summary>
internal sealed class OperatorsModule : ICarterModule
{
    public void AddRoutes(IEndpointRouteBuilder app) => app.MapGet("/operadoras", (OperatorCatalog catalog, UnloadWatch unloads, PortalPauses pauses) =>
        TypedResults.Ok(OperatorsBody.Of(catalog.Now, unloads.Waiting, pauses)))
        .RequireAuthorization()
        .WithDocs("listarOperadoras", ApiTags.Operators, "Lista as operadoras",
            "As que atendem, com os campos que pedem; as pastas que não puderam ser carregadas, com o motivo; e as versões antigas que ainda não saíram da memória.");
}
