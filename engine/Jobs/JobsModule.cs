using BotPhone.Api;
using Carter;
using Microsoft.AspNetCore.Http.HttpResults;

namespace BotPhone.Jobs;

/// <summary><c>GET /status/{job_id}</c> and <c>GET /jobs</c>.</summary>
internal sealed class JobsModule : ICarterModule
{
    public void AddRoutes(IEndpointRouteBuilder app)
    {
        app.MapGet("/status/{job_id}", StatusAsync).RequireAuthorization()
            .WithDocs("consultarStatus", ApiTags.Jobs, "Mostra um job",
                "O estado, o progresso, o log e, no fim, o resultado ou o erro. Um job que terminou é removido depois de um tempo: 24 horas, se o servidor não diz outra coisa.")
            .WithParameter(ParameterDoc.Path("job_id", "O `job_id` que veio na resposta ao envio") with { Format = "uuid", Example = ExampleJob.Id })
            .WithError(StatusCodes.Status404NotFound, "Job '{job_id}' não encontrado");
        app.MapGet("/jobs", ListAsync).RequireAuthorization()
            .WithDocs("listarJobs", ApiTags.Jobs, "Lista os jobs", "Do mais novo ao mais antigo; sem parâmetros, todos.")
            .WithParameter(ParameterDoc.Query("status", "Só os jobs neste estado") with { Values = JobListQuery.StatusNames })
            .WithParameter(ParameterDoc.Query("operadora", "Só os jobs da operadora com este código"))
            .WithParameter(ParameterDoc.Query("limit", "Quantos jobs a página traz, no máximo") with { Range = (1, PageLimit.Max) })
            .WithParameter(ParameterDoc.Query("cursor", "Onde continuar: o `next_cursor` da página anterior"))
            .WithFault(FieldFault.TooLarge("limit", PageLimit.Max));
    }

    private static async Task<Results<Ok<JobStatusBody>, NotFound<ErrorBody>>> StatusAsync([Microsoft.AspNetCore.Mvc.FromRoute(Name = "job_id")] string jobId, IJobStore store) =>
        Guid.TryParseExact(jobId, "D", out var id) && await store.ReadAsync(id) is { } known
            ? TypedResults.Ok(JobStatusBody.Of(known.Job, known.Log))
            : ErrorResult.NotFound($"Job '{jobId}' não encontrado");

    private static async Task<Results<Ok<JobListBody>, UnprocessableEntity<FaultsBody>>> ListAsync(string? status, string? operadora, string? limit, string? cursor, IJobStore store)
    {
        var (query, faults) = JobListQuery.Read(status, operadora, limit, cursor);
        return faults.Count > 0 ? ErrorResult.Invalid(faults) : TypedResults.Ok(JobListBody.Of(await store.ListAsync(query)));
    }
}
