using LiteDB;

namespace BotPhone.Jobs.Store;

/// <summary>A job as LiteDB keeps it.</summary>
internal static class JobDocument
{
    public const string Number = "number";
    public const string Status = "status";
    public const string CompletedAt = "completed_at";
    public const string RequestKey = "request_key";

    public static BsonDocument Write(Job job)
    {
        var document = WriteFields(job);
        JobListing.Write(document, job);
        return document;
    }

    public static Job Read(BsonDocument document) => new()
    {
        Id = document["_id"].AsGuid,
        Number = document[Number].AsInt64,
        Operator = document["operator"].AsString,
        ProcessoId = document["processo_id"].IsNull ? null : document["processo_id"].AsGuid,
        TraceId = document["trace_id"].AsString,
        Revision = document["revision"].AsInt32,
        RequestKey = document[RequestKey].AsString,
        RequestFingerprint = document["request_fingerprint"].IsNull ? null : document["request_fingerprint"].AsBinary,
        SealedPayload = document["payload"].IsNull ? null : document["payload"].AsBinary,
        Status = Enum.Parse<JobStatus>(document[Status].AsString),
        Progress = document["progress"].AsInt32,
        Attempt = document["attempt"].AsInt32,
        OperatorVersion = document["operator_version"].AsString,
        Result = document["result"].AsString,
        Error = document["error"].AsString,
        MaskedError = document["masked_error"].AsString,
        ErrorCode = document["error_code"].AsString,
        Documents = [.. document["documents"].AsArray.Select(value => ReadDocument(value.AsDocument))],
        CreatedAt = ReadTime(document["created_at"])!.Value,
        StartedAt = ReadTime(document["started_at"]),
        CompletedAt = ReadTime(document[CompletedAt]),
    };

    private static BsonDocument WriteFields(Job job) => new()
    {
        ["_id"] = job.Id,
        [Number] = job.Number,
        ["operator"] = job.Operator,
        ["processo_id"] = job.ProcessoId is { } processo ? processo : BsonValue.Null,
        ["trace_id"] = job.TraceId,
        ["revision"] = job.Revision,
        [RequestKey] = job.RequestKey,
        ["request_fingerprint"] = job.RequestFingerprint,
        ["payload"] = job.SealedPayload,
        [Status] = job.Status.ToString(),
        ["progress"] = job.Progress,
        ["attempt"] = job.Attempt,
        ["operator_version"] = job.OperatorVersion,
        ["result"] = job.Result,
        ["error"] = job.Error,
        ["masked_error"] = job.MaskedError,
        ["error_code"] = job.ErrorCode,
        ["documents"] = new BsonArray(job.Documents.Select(WriteDocument)),
        ["created_at"] = job.CreatedAt.UtcDateTime,
        ["started_at"] = WriteTime(job.StartedAt),
        [CompletedAt] = WriteTime(job.CompletedAt),
    };

    private static BsonDocument WriteDocument(StoredDocument document) => new()
    {
        ["key"] = document.Key,
        ["kind"] = document.Kind,
        ["size"] = document.Size,
        ["sha256"] = document.Sha256,
        ["due_date"] = document.DueDate is { } date ? date.DayNumber : BsonValue.Null,
    };

    private static StoredDocument ReadDocument(BsonDocument document) => new(
        document["key"].AsString,
        document["kind"].AsString,
        document["size"].AsInt64,
        document["sha256"].AsString,
        document["due_date"].IsNull ? null : DateOnly.FromDayNumber(document["due_date"].AsInt32));

    private static BsonValue WriteTime(DateTimeOffset? time) => time is { } at ? at.UtcDateTime : BsonValue.Null;

    private static DateTimeOffset? ReadTime(BsonValue value) =>
        value.IsNull ? null : new DateTimeOffset(DateTime.SpecifyKind(value.AsDateTime.ToUniversalTime(), DateTimeKind.Utc));
}
