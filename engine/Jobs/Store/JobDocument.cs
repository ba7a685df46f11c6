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
        Client = new JobClient(document["cnpj"].AsString, document["filter"].AsString),
        ProcessoId = document["processo_id"].IsNull ? null : document["processo_id"].AsGuid,
        TraceId = document["trace_id"].AsString,
        Revision = document["revision"].AsInt32,
        RequestKey = document[RequestKey].AsString,
        RequestFingerprint = document["request_fingerprint"].IsNull ? null : document["request_fingerprint"].AsBinary,
        Status = Enum.Parse<JobStatus>(document[Status].AsString),
        Progress = document["progress"].AsInt32,
        Attempt = document["attempt"].AsInt32,
        Claim = document["claim"].IsNull ? 0 : document["claim"].AsInt32,
        LoginKey = document["login_key"].AsString,
        Marks = Texts(document["marks"]),
        Evidence = Texts(document["evidence"]),
        OperatorVersion = document["operator_version"].AsString,
        Result = document["result"].AsString,
        Error = document["error"].AsString,
        MaskedError = document["masked_error"].AsString,
        ErrorCode = document["error_code"].AsString,
        Documents = [.. document["documents"].AsArray.Select(value => StoredDocumentDocument.Read(value.AsDocument))],
        CreatedAt = ReadTime(document["created_at"])!.Value,
        StartedAt = ReadTime(document["started_at"]),
        CompletedAt = ReadTime(document[CompletedAt]),
    };

    private static BsonDocument WriteFields(Job job) => new()
    {
        ["_id"] = job.Id,
        [Number] = job.Number,
        ["operator"] = job.Operator,
        ["cnpj"] = job.Client.Cnpj,
        ["filter"] = job.Client.Filter,
        ["processo_id"] = job.ProcessoId is { } processo ? processo : BsonValue.Null,
        ["trace_id"] = job.TraceId,
        ["revision"] = job.Revision,
        [RequestKey] = job.RequestKey,
        ["request_fingerprint"] = job.RequestFingerprint,
        [Status] = job.Status.ToString(),
        ["progress"] = job.Progress,
        ["attempt"] = job.Attempt,
        ["claim"] = job.Claim,
        ["login_key"] = job.LoginKey,
        ["marks"] = new BsonArray(job.Marks.Select(mark => new BsonValue(mark))),
        ["evidence"] = new BsonArray(job.Evidence.Select(key => new BsonValue(key))),
        ["operator_version"] = job.OperatorVersion,
        ["result"] = job.Result,
        ["error"] = job.Error,
        ["masked_error"] = job.MaskedError,
        ["error_code"] = job.ErrorCode,
        ["documents"] = new BsonArray(job.Documents.Select(StoredDocumentDocument.Write)),
        ["created_at"] = job.CreatedAt.UtcDateTime,
        ["started_at"] = WriteTime(job.StartedAt),
        [CompletedAt] = WriteTime(job.CompletedAt),
    };

    // A job written by an earlier version has none of them.
    private static IReadOnlyList<string> Texts(BsonValue value) => value.IsNull ? [] : [.. value.AsArray.Select(one => one.AsString)];

    private static BsonValue WriteTime(DateTimeOffset? time) => time is { } at ? at.UtcDateTime : BsonValue.Null;

    private static DateTimeOffset? ReadTime(BsonValue value) =>
        value.IsNull ? null : new DateTimeOffset(DateTime.SpecifyKind(value.AsDateTime.ToUniversalTime(), DateTimeKind.Utc));
}
