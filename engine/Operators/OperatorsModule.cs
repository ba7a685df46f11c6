using BotPhone.Api;
using BotPhone.Jobs;
using Carter;
using Microsoft.AspNetCore.Http.HttpResults;

namespace BotPhone.Operators;

/// <summary>
/// <c>GET /operadoras</c>: what is loaded, what could not be and why, and what has not left the memory; <c>GET /operadoras/historico</c>: what
/// happened to operators.
/// </summary>
internal sealed class OperatorsModule : ICarterModule
{
    private const string Limit = "limit";
    private const int DefaultLimit = 50;
    private const int MostLimit = 500;

    public void AddRoutes(IEndpointRouteBuilder app)
    {
        app.MapGet("/operadoras", (OperatorCatalog catalog, UnloadWatch unloads, PortalPauses pauses) => TypedResults.Ok(OperatorsBody.Of(catalog.Now, unloads.Waiting, pauses)))
            .RequireAuthorization()
            .WithDocs("listarOperadoras", ApiTags.Operators, "Lista as operadoras",
                "As que atendem, com os campos que pedem; as pastas que não puderam ser carregadas, com o motivo; e as versões antigas que ainda não saíram da memória.");
        app.MapGet("/operadoras/historico", HistoryAsync).RequireAuthorization()
            .WithDocs("lerHistoricoDasOperadoras", ApiTags.Operators, "Mostra o histórico das operadoras",
                "O que passou a atender, o que foi recusado, removido ou devolvido à versão anterior, do mais novo ao mais antigo: as últimas 500 vezes.")
            .WithParameter(ParameterDoc.Query(Limit, $"Quantas vezes, no máximo; sem ele, {DefaultLimit}") with { Range = (1, MostLimit) })
            .WithFault(FieldFault.TooLarge(Limit, MostLimit));
    }

    private static async Task<Results<Ok<DeployHistoryBody>, UnprocessableEntity<FaultsBody>>> HistoryAsync(string? limit, IDeployHistory history)
    {
        var most = WholeNumber.Read(Limit, limit, 1, MostLimit, out var fault) ?? DefaultLimit;
        return fault is not null ? ErrorResult.Invalid([fault]) : TypedResults.Ok(DeployHistoryBody.Of(await history.NewestAsync(most)));
    }
}
