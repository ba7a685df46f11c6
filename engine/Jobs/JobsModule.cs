using BotPhone.Api;
using Carter;
using Microsoft.AspNetCore.Http.HttpResults;

namespace BotPhone.Jobs;

/// <summary><c>GET /status/{job_id}</c> and <c>GET /jobs</c>.</summary>
internal sealed class JobsModule : ICarterModule
{
    public void AddRoutes(IEndpointRouteBuilder app)
    {
        app.MapGet("/status/{job_id}", Status).RequireAuthorization();
        app.MapGet("/jobs", List).RequireAuthorization();
    }

    private static Results<Ok<JobStatusBody>, NotFound<ErrorBody>> Status([Microsoft.AspNetCore.Mvc.FromRoute(Name = "job_id")] string jobId, IJobStore store) =>
        Guid.TryParseExact(jobId, "D", out var id) && store.Find(id) is { } job
            ? TypedResults.Ok(JobStatusBody.Of(job, store.LogOf(id)))
            : ErrorResult.NotFound($"Job '{jobId}' não encontrado");

    private static Results<Ok<JobListBody>, UnprocessableEntity<FaultsBody>> List(string? status, string? operadora, string? limit, string? cursor, IJobStore store)
    {
        var (query, faults) = JobListQuery.Read(status, operadora, limit, cursor);
        return faults.Count > 0 ? ErrorResult.Invalid(faults) : TypedResults.Ok(JobListBody.Of(store.List(query)));
    }
}
