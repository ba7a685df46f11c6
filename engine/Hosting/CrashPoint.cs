using System.Diagnostics;
using System.Globalization;

namespace BotPhone.Hosting;

/// <summary>
/// The steps of a job, and of a move, after which a test ends the process as <c>kill -9</c> does. Without the variable <c>BOTPHONE_CRASH_AFTER</c>
/// in the environment they do nothing; <c>step:3</c> means the third time.
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

    private static readonly string[] Wanted = Environment.GetEnvironmentVariable("BOTPHONE_CRASH_AFTER")?.Split(':') ?? [];
    private static int _passes = Wanted is [_, var times] ? int.Parse(times, CultureInfo.InvariantCulture) : 1;

    /// <summary>Those of a job, in order.</summary>
    public static IReadOnlyList<string> All { get; } =
        [PayloadKept, JobAdded, JobQueued, JobStarted, AttemptBegun, DocumentStored, DocumentCaptured, JobEnded, PayloadErased];

    public static void Pass(string step)
    {
        if (Wanted is [var wanted, ..] && step == wanted && Interlocked.Decrement(ref _passes) == 0) Process.GetCurrentProcess().Kill();
    }
}
