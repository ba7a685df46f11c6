using System.Diagnostics;

namespace BotPhone.Hosting;

/// <summary>
/// The steps of a job, and of a move, after which a test ends the process as <c>kill -9</c> does. Without the variable <c>BOTPHONE_CRASH_AFTER</c>
/// in the environment they do nothing.
/// </summary>
internal static class CrashPoint
{
    public const string PayloadKept = "payload-kept";
    public const string JobAdded = "job-added";
    public const string JobQueued = "job-queued";
    public const string JobStarted = "job-started";
    public const string AttemptBegun = "attempt-begun";
    public const string DocumentStored = "document-stored";
    public const string DocumentCaptured = "document-captured";
    public const string JobEnded = "job-ended";
    public const string PayloadErased = "payload-erased";
    public const string DocumentRemoved = "document-removed";
    public const string BatchWritten = "batch-written";
    public const string BatchMoved = "batch-moved";
    public const string FilesMoved = "files-moved";

    private static readonly string? Wanted = Environment.GetEnvironmentVariable("BOTPHONE_CRASH_AFTER");

    /// <summary>Those of a job, in order.</summary>
    public static IReadOnlyList<string> All { get; } =
        [PayloadKept, JobAdded, JobQueued, JobStarted, AttemptBegun, DocumentStored, DocumentCaptured, JobEnded, PayloadErased];

    public static void Pass(string step)
    {
        if (step == Wanted) Process.GetCurrentProcess().Kill();
    }
}
