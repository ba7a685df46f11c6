using System.Text.Json.Serialization;
using BotPhone.Jobs;

namespace BotPhone.Notifications;

/// <summary>A live message as clients read it; <c>type</c> says which.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(ConnectionNotice), "connection")]
[JsonDerivedType(typeof(LogNotice), "log")]
[JsonDerivedType(typeof(SystemStatusNotice), "system_status")]
[JsonDerivedType(typeof(JobUpdateNotice), "job_update")]
[JsonDerivedType(typeof(OperatorNotice), "operator")]
[JsonDerivedType(typeof(DroppedNotice), "dropped")]
[JsonDerivedType(typeof(PongNotice), "pong")]
[JsonDerivedType(typeof(ErrorNotice), "error")]
internal abstract record Notification
{
    /// <param name="whole">Whether the client may see identifying values.</param>
    public static Notification Of(JobEvent one, bool whole, TimeProvider time) => one switch
    {
        LineLogged { Line: var line } => LogNotice.Of(line, whole),
        JobChanged { Job: var job } => JobUpdateNotice.Of(job, whole),
        Counted { Counts: var counts } => SystemStatusNotice.Of(counts, time),
        OperatorChanged changed => new OperatorNotice(changed.Code, changed.Version, changed.State, changed.Message, changed.At),
        Dropped { Count: var count } => new DroppedNotice(count),
        _ => throw new InvalidOperationException($"{one.GetType().Name} is not told to clients."),
    };
}

/// <param name="Message">A greeting.</param>
internal sealed record ConnectionNotice(string Message, DateTimeOffset Timestamp) : Notification;

/// <param name="Id">Counts up over all jobs.</param>
internal sealed record LogNotice(string Level, string Message, string Operadora, Guid JobId, DateTimeOffset Timestamp, long Id) : Notification
{
    public static LogNotice Of(LogLine line, bool whole) =>
        new(line.Level, whole ? line.Message : line.Masked ?? line.Message, line.Operator, line.JobId, line.Timestamp, line.Number);
}

internal sealed record SystemStatusNotice(int JobsPending, int JobsActive, int JobsDone, DateTimeOffset Timestamp) : Notification
{
    public static SystemStatusNotice Of(JobCounts counts, TimeProvider time) => new(counts.Pending, counts.Active, counts.Done, time.GetUtcNow());
}

internal sealed record JobUpdateNotice(Guid JobId, JobUpdateBody Data) : Notification
{
    public static JobUpdateNotice Of(Job job, bool whole) => new(job.Id, JobUpdateBody.Of(job, whole));
}

/// <summary>A job as it is now; <c>result</c> or <c>error</c> once it has ended.</summary>
internal sealed record JobUpdateBody(
    string Status, int Progress, string Operadora, string? Cnpj, string? Filtro, int Attempt,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Result,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Error,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? ErrorCode)
{
    public static JobUpdateBody Of(Job job, bool whole)
    {
        var client = whole ? job.Client : job.Client.ToMasked();
        return new JobUpdateBody(
            JobStatusBody.NameOf(job.Status), job.Progress, job.Operator, client.Cnpj, client.Filter, job.Attempt,
            whole || job.Result is null ? job.Result : Mask.Cut(job.Result),
            whole ? job.Error : job.MaskedError,
            job.ErrorCode);
    }
}

internal sealed record OperatorNotice(string Code, string? Version, string State, string Message, DateTimeOffset Timestamp) : Notification;

/// <param name="Count">How many messages are missing at this place, since the client was too slow.</param>
internal sealed record DroppedNotice(int Count) : Notification;

internal sealed record PongNotice : Notification;

internal sealed record ErrorNotice(string Message) : Notification;
