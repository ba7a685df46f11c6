using BotPhone.Api;
using Carter;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace BotPhone.Jobs;

internal sealed record JobCreatedBody(Guid JobId, string Status, string Message, string StatusUrl)
{
    public static JobCreatedBody Of(Job job) => new(job.Id, "PENDING", $"Job criado para operadora {job.Operator}", $"/status/{job.Id}");
}

/// <summary><c>POST /executar/{operadora}</c>: takes a job. The answer goes out only once the job is durable.</summary>
internal sealed class SubmitModule : ICarterModule
{
    private const string KeyHeader = "Idempotency-Key";
    private const int LongestKey = 128;

    public void AddRoutes(IEndpointRouteBuilder app) => app.MapPost("/executar/{operadora}", SubmitAsync).RequireAuthorization();

    private static async Task<Results<Ok<JobCreatedBody>, NotFound<ErrorBody>, Conflict<ErrorBody>, UnprocessableEntity<FaultsBody>>> SubmitAsync(
        string operadora, HttpRequest request, IOperators operators, PayloadReader reader, JobIntake intake, [FromHeader(Name = KeyHeader)] string? key)
    {
        if (operators.FindRoute(operadora) is not { } @operator) return ErrorResult.NotFound($"Operadora '{operadora}' não encontrada");

        var body = await reader.ReadAsync(request.Body, @operator.Payload, request.HttpContext.RequestAborted);
        IReadOnlyList<FieldFault> faults = key?.Length > LongestKey ? [.. body.Faults, FieldFault.TooLong("header", KeyHeader, LongestKey)] : body.Faults;
        if (faults.Count > 0) return ErrorResult.Invalid(faults);

        return await intake.AcceptAsync(@operator, body, key) is { } job
            ? TypedResults.Ok(JobCreatedBody.Of(job))
            : ErrorResult.Conflict("Chave de idempotência já usada com outro conteúdo");
    }
}
