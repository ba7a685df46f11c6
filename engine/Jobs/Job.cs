using System.Text.Json;
using System.Text.Json.Serialization;
using BotPhone.Sdk;

namespace BotPhone.Jobs;

/// <summary>
/// One job, as it was at one moment. Its methods are the only legal changes: PENDING → RUNNING → COMPLETED | FAILED, and back to
/// PENDING when a restartable job is given back. One runner changes a job; everyone else reads.
/// </summary>
internal sealed record Job
{
    private const int OperatorStarts = 30;
    private const int OperatorDone = 90;
    private const int ResultCaptured = 95;

    public required Guid Id { get; init; }

    /// <summary>Counts up in the order of acceptance: the queue's order, and the list's.</summary>
    public required long Number { get; init; }

    /// <summary>The operator's code.</summary>
    public required string Operator { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>For whom it is.</summary>
    public JobClient Client { get; init; } = JobClient.Unknown;

    public Guid? ProcessoId { get; init; }

    /// <summary>The trace of the request that brought the job, so that its log can be followed from there.</summary>
    public string? TraceId { get; init; }

    /// <summary>Counts up with every change, so that of two pictures of a job the newer is known.</summary>
    public int Revision { get; init; }

    /// <summary>The client's own key of the request, hashed; at most one job has it.</summary>
    public string? RequestKey { get; init; }

    /// <summary>Tells whether another request with the same key has the same content.</summary>
    public byte[]? RequestFingerprint { get; init; }

    public JobStatus Status { get; init; }

    public int Progress { get; init; }

    public int Attempt { get; init; }

    /// <summary>Who signs in, hashed; null in jobs of an older server.</summary>
    public string? LoginKey { get; init; }

    /// <summary>
    /// Counts up whenever the job is taken, by whatever node: what is written for an earlier one is refused, see <see cref="JobTakenException"/>.
    /// </summary>
    public int Claim { get; init; }

    /// <summary>What the operator wants later attempts to know.</summary>
    public IReadOnlyList<string> Marks { get; init; } = [];

    /// <summary>The keys of what the page was like at the last failure.</summary>
    public IReadOnlyList<string> Evidence { get; init; } = [];

    public string? OperatorVersion { get; init; }

    public string? Result { get; init; }

    public string? Error { get; init; }

    /// <summary>The error for those who gave no token: identifying values down to their last three characters.</summary>
    public string? MaskedError { get; init; }

    public string? ErrorCode { get; init; }

    public IReadOnlyList<StoredDocument> Documents { get; init; } = [];

    public DateTimeOffset? StartedAt { get; init; }

    public DateTimeOffset? CompletedAt { get; init; }

    /// <summary>What a newer version has added in PostgreSQL, which goes back there as it came. It has a setter for its reader's sake.</summary>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? Unknown { get; set; }

    public bool HasEnded => Status is JobStatus.Completed or JobStatus.Failed;

    public Job Start(string operatorVersion, DateTimeOffset now) =>
        In(JobStatus.Pending) with { Status = JobStatus.Running, Claim = Claim + 1, OperatorVersion = operatorVersion, StartedAt = now };

    /// <summary>A new attempt brings its own documents, and its own evidence.</summary>
    public Job BeginAttempt() => At(OperatorStarts) with { Attempt = Attempt + 1, Documents = [], Evidence = [] };

    public Job Mark(string mark) => In(JobStatus.Running) with { Marks = [.. Marks.Where(one => one != mark), mark] };

    public Job Witness(IReadOnlyList<string> evidence) => In(JobStatus.Running) with { Evidence = evidence };

    /// <summary>Scales the operator's own 0–100 into its share; never goes back.</summary>
    public Job Advance(int operatorProgress) =>
        At(OperatorStarts + (Math.Clamp(operatorProgress, 0, 100) * (OperatorDone - OperatorStarts) / 100));

    public Job Finishing() => At(OperatorDone);

    public Job Capture(StoredDocument document) => At(ResultCaptured) with { Documents = [.. Documents, document] };

    public Job Complete(DateTimeOffset now) => Documents is [var document, ..]
        ? In(JobStatus.Running) with { Status = JobStatus.Completed, Progress = 100, Result = document.Key, CompletedAt = now }
        : throw new InvalidOperationException($"Job {Id} has no verified document: it cannot be completed.");

    public Job Fail(ErrorCode code, string error, string maskedError, DateTimeOffset now) => HasEnded
        ? throw Illegal(JobStatus.Failed)
        : Next with { Status = JobStatus.Failed, ErrorCode = code.Name, Error = error, MaskedError = maskedError, CompletedAt = now };

    public Job GiveBack() => In(JobStatus.Running) with { Status = JobStatus.Pending, StartedAt = null };

    /// <summary>Takes a job from a node that is gone: what that one still writes is refused.</summary>
    public Job TakeOver() => In(JobStatus.Running) with { Claim = Claim + 1 };

    private Job At(int progress) => In(JobStatus.Running) with { Progress = Math.Max(Progress, progress) };

    private Job In(JobStatus expected) => Status == expected ? Next : throw Illegal(expected);

    private Job Next => this with { Revision = Revision + 1 };

    private InvalidOperationException Illegal(JobStatus expected) => new($"Job {Id} is {Status}, where {expected} was expected.");
}
