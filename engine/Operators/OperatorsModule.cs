using BotPhone.Api;
using Carter;

namespace BotPhone.Operators;

/// <summary><c>GET /operadoras</c>: what is loaded, and what could not be and why.</summary>
internal sealed class OperatorsModule : ICarterModule
{
    public void AddRoutes(IEndpointRouteBuilder app) => app.MapGet("/operadoras", (OperatorCatalog catalog) => TypedResults.Ok(
        new OperatorsBody(
            [.. catalog.Loaded.Select(one => new OperatorBody(one.Code, one.Route, one.Version, "loaded", one.Since, [.. one.Payload.Fields.Select(FieldBody.Of)]))],
            [.. catalog.Rejected.Select(one => new RejectedBody(one.Folder, one.Reason, one.Since))])))
        .RequireAuthorization()
        .WithDocs("listarOperadoras", ApiTags.Operators, "Lista as operadoras",
            "As que atendem, com os campos que pedem, e as pastas que não puderam ser carregadas, com o motivo.");
}
