using BotPhone.Sdk;

namespace BotPhone.Invoices;

/// <summary>How often something is tried that may work the next time.</summary>
/// <param name="Most">All of them, the first included.</param>
/// <param name="Pause">Before the second; it triples each time.</param>
internal sealed record Tries(int Most, TimeSpan Pause)
{
    private const double Growth = 3;

    /// <summary>The pause after an attempt that failed, or null when it was the last.</summary>
    /// <param name="attempt">The first is 1.</param>
    public TimeSpan? After(int attempt) => attempt < Most ? Pause * Math.Pow(Growth, attempt - 1) : null;

    /// <summary>The pause before only the download is repeated, or null when its failure counts.</summary>
    public TimeSpan? BeforeNextDownload(ErrorCode code, int attempt) => code.Recovery == Recovery.DownloadOnly ? After(attempt) : null;
}
