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
    public const string Path = "/executar/{operadora}";
    private const string KeyHeader = "Idempotency-Key";
    private const int LongestKey = 128;
    private const string KeyTaken = "Chave de idempotência já usada com outro conteúdo";

    public void AddRoutes(IEndpointRouteBuilder app) => app.MapPost(Path, SubmitAsync).RequireAuthorization()
        .WithDocs("executar", ApiTags.Submit, "Envia um job",
            "O job entra no fim da fila. A resposta só sai depois que ele está em disco: dali em diante nem uma queda do servidor o perde.")
        .WithParameter(ParameterDoc.Header(KeyHeader, "Uma chave sua para este pedido: repetido com a mesma chave e o mesmo conteúdo, dá o mesmo job em vez de outro")
            with { MaxLength = LongestKey })
        .WithAnswer(StatusCodes.Status200OK, "O job foi aceito", typeof(JobCreatedBody))
        .WithError(StatusCodes.Status409Conflict, KeyTaken);

    public static string UnknownOperator(string route) => $"Operadora '{route}' não encontrada";

    private static async Task<Results<Ok<JobCreatedBody>, NotFound<ErrorBody>, Conflict<ErrorBody>, UnprocessableEntity<FaultsBody>>> SubmitAsync(
        string operadora, HttpRequest request, IOperators operators, PayloadReader reader, JobIntake intake, AuditTrail audit, [FromHeader(Name = KeyHeader)] string? key)
    {
        if (operators.FindRoute(operadora) is not { } @operator) return ErrorResult.NotFound(UnknownOperator(operadora));

        var body = await reader.ReadAsync(request.Body, @operator.Payload, request.HttpContext.RequestAborted);
        IReadOnlyList<FieldFault> faults = key?.Length > LongestKey ? [.. body.Faults, FieldFault.TooLong("header", KeyHeader, LongestKey)] : body.Faults;
        if (faults.Count > 0) return ErrorResult.Invalid(faults);

        if (await intake.AcceptAsync(@operator, body, key) is not { } job) return ErrorResult.Conflict(KeyTaken);
        audit.Add(new AuditEntry(AuditEntry.JobAccepted, job.Id.ToString(), request.HttpContext.User.Identity?.Name, job.Operator));
        return TypedResults.Ok(JobCreatedBody.Of(job));
    }
}
