using BotPhone.Sdk;

namespace BotPhone.Jobs;

/// <summary>What to do about a failure: a function of the code and of how often it was tried, nothing else.</summary>
internal static class RetryPolicy
{
    private const double Growth = 3;

    /// <summary>The pause before the whole job is run again, or null when it fails now.</summary>
    /// <param name="attempt">The attempt that failed; the first is 1.</param>
    /// <param name="signIn">
    /// A password whose fate is unknown is never sent again, whatever the code: a second wrong one may lock the account.
    /// </param>
    public static TimeSpan? BeforeNextRun(ErrorCode code, int attempt, SignInState signIn, JobsOptions options) => code.Recovery switch
    {
        _ when signIn == SignInState.Unknown => null,
        Recovery.WholeJob when attempt < options.MaxAttempts => Pause(attempt, options),
        Recovery.NewSession when attempt < Math.Min(2, options.MaxAttempts) => TimeSpan.Zero,
        _ => null,
    };

    /// <summary>The pause before only the download is repeated, or null when its failure counts.</summary>
    /// <param name="attempt">The attempt that failed; the first is 1.</param>
    public static TimeSpan? BeforeNextDownload(ErrorCode code, int attempt, JobsOptions options) => code.Recovery switch
    {
        Recovery.DownloadOnly when attempt < options.MaxAttempts => Pause(attempt, options),
        _ => null,
    };

    private static TimeSpan Pause(int attempt, JobsOptions options) => options.RetryPause * Math.Pow(Growth, attempt - 1);
}
