using BotPhone.Api;
using Carter;

namespace BotPhone.Jobs;

/// <summary><c>GET /status/{job_id}</c> and <c>GET /jobs</c>.</summary>
internal sealed class JobsModule : ICarterModule
{
    public void AddRoutes(IEndpointRouteBuilder app)
    {
        app.MapGet("/status/{jobId}", IResult (string jobId, IJobStore store) =>
            Guid.TryParseExact(jobId, "D", out var id) && store.Find(id) is { } job
                ? TypedResults.Json(JobStatusBody.Of(job, store.LogOf(id)), ApiJson.Wire.JobStatusBody)
                : ErrorResult.NotFound($"Job '{jobId}' não encontrado")).RequireAuthorization();

        app.MapGet("/jobs", (IJobStore store) =>
        {
            var jobs = store.Newest();
            return TypedResults.Json(new JobListBody(jobs.Count, [.. jobs.Select(JobSummaryBody.Of)]), ApiJson.Wire.JobListBody);
        }).RequireAuthorization();
    }
}
