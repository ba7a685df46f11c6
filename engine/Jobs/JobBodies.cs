using System.Text.Json.Serialization;

namespace BotPhone.Jobs;

internal sealed record JobListBody(
    int TotalJobs, IReadOnlyList<JobSummaryBody> Jobs, [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? NextCursor)
{
    public static JobListBody Of(JobPage page) => new(
        page.Total, [.. page.Jobs.Select(JobSummaryBody.Of)], page.Next?.ToString(System.Globalization.CultureInfo.InvariantCulture));
}

internal sealed record JobSummaryBody(
    Guid JobId, string Operadora, string? Cnpj, string? Filtro, string Status, int Progress, string? Result, string? Error, string? ErrorCode,
    DateTimeOffset CreatedAt, DateTimeOffset? StartedAt, DateTimeOffset? CompletedAt)
{
    public static JobSummaryBody Of(Job job) => new(
        job.Id, job.Operator, job.Client.Cnpj, job.Client.Filter, JobStatusBody.NameOf(job.Status), job.Progress, job.Result, job.Error, job.ErrorCode,
        job.CreatedAt, job.StartedAt, job.CompletedAt);
}

internal sealed record JobStatusBody(
    Guid JobId, string Operadora, string? Cnpj, string? Filtro, string Status, int Progress, string? Result, string? Error, string? ErrorCode,
    int Attempt, string? OperatorVersion, Guid? ProcessoId, DateTimeOffset CreatedAt, DateTimeOffset? StartedAt, DateTimeOffset? CompletedAt,
    IReadOnlyList<DocumentBody> Documents, IReadOnlyList<string> Evidence, IReadOnlyList<LogBody> Logs)
{
    public static JobStatusBody Of(Job job, IReadOnlyList<LogLine> log) => new(
        job.Id, job.Operator, job.Client.Cnpj, job.Client.Filter, NameOf(job.Status), job.Progress, job.Result, job.Error, job.ErrorCode, job.Attempt, job.OperatorVersion,
        job.ProcessoId, job.CreatedAt, job.StartedAt, job.CompletedAt, [.. job.Documents.Select(DocumentBody.Of)], job.Evidence, [.. log.Select(line => new LogBody(line.Timestamp, line.Level, line.Message))]);

    public static string NameOf(JobStatus status) => status switch
    {
        JobStatus.Pending => "PENDING",
        JobStatus.Running => "RUNNING",
        JobStatus.Completed => "COMPLETED",
        _ => "FAILED",
    };
}

internal sealed record LogBody(DateTimeOffset Timestamp, string Level, string Message);
