using BotPhone.Jobs;
using Carter;

namespace BotPhone.Api;

internal sealed record HealthBody(string Status, string Message, int JobsPending, int JobsActive);

internal sealed record LiveBody(string Status);

/// <summary><c>GET /health</c>, whether the server is ready for work, and <c>GET /health/live</c>, whether it lives: open to everyone.</summary>
internal sealed class HealthModule : ICarterModule
{
    public void AddRoutes(IEndpointRouteBuilder app)
    {
        app.MapGet("/health/live", () => TypedResults.Ok(new LiveBody("alive"))).WithDocs(
            "consultarVida", ApiTags.System, "Diz que o processo responde", "Para quem reinicia um processo que não responde: não olha o banco nem o armazenamento. Não pede token.");
        MapHealth(app);
    }

    private static void MapHealth(IEndpointRouteBuilder app) => app.MapGet("/health", (IJobStore store, IInvoices invoices, IJobScheduler scheduler) =>
    {
        var fault = store.Fault is { } reason ? $"O banco de jobs não pode ser gravado: {reason}"
            : invoices.Fault is not null ? "O armazenamento das faturas não responde: as verificadas esperam em disco"
            : scheduler.HasStopped ? "O agendador de jobs parou"
            : null;
        var jobs = store.Counts;
        return TypedResults.Json(
            new HealthBody(fault is null ? "healthy" : "unhealthy", fault ?? "API está funcionando", jobs.Pending, jobs.Active),
            ApiJson.Wire.HealthBody,
            statusCode: fault is null ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable);
    }).WithDocs("consultarSaude", ApiTags.System, "Mostra a saúde do servidor", "Se ele trabalha, e quantos jobs esperam e executam. Não pede token.")
        .WithAnswer(StatusCodes.Status200OK, "O servidor trabalha", typeof(HealthBody))
        .WithAnswer(StatusCodes.Status503ServiceUnavailable, "O banco de jobs não pode ser gravado, o armazenamento das faturas não responde, ou o agendador parou: `message` diz o quê", typeof(HealthBody));
}
