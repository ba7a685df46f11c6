using BotPhone.Api;
using Carter;

namespace BotPhone.Jobs;

internal sealed record JobCreatedBody(Guid JobId, string Status, string Message, string StatusUrl);

/// <summary><c>POST /executar/{operadora}</c>: takes a job. The answer goes out only once the job is durable.</summary>
internal sealed class SubmitModule : ICarterModule
{
    public void AddRoutes(IEndpointRouteBuilder app) => app.MapPost("/executar/{operadora}", SubmitAsync).RequireAuthorization();

    private static async Task<IResult> SubmitAsync(string operadora, HttpRequest request, IOperators operators, JobIntake intake)
    {
        if (operators.FindRoute(operadora) is not { } @operator) return ErrorResult.NotFound($"Operadora '{operadora}' não encontrada");

        var body = await PayloadBody.ReadAsync(request.Body, @operator.Payload, request.HttpContext.RequestAborted);
        if (body.Faults.Count > 0) return ErrorResult.Invalid(body.Faults);

        var job = await intake.AcceptAsync(@operator, body.Values, body.ProcessoId);
        return TypedResults.Json(
            new JobCreatedBody(job.Id, "PENDING", $"Job criado para operadora {job.Operator}", $"/status/{job.Id}"), ApiJson.Wire.JobCreatedBody);
    }
}
