using BotPhone.Invoices;
using BotPhone.Sdk;

namespace BotPhone.Jobs;

/// <summary>What to do about a failure: a function of the code and of how often it was tried, nothing else.</summary>
internal static class RetryPolicy
{
    /// <summary>The pause before the whole job is run again, or null when it fails now.</summary>
    /// <param name="attempt">The attempt that failed; the first is 1.</param>
    /// <param name="signIn">
    /// A password whose fate is unknown is never sent again, whatever the code: a second wrong one may lock the account.
    /// </param>
    public static TimeSpan? BeforeNextRun(ErrorCode code, int attempt, SignInState signIn, JobsOptions options) => code.Recovery switch
    {
        _ when signIn == SignInState.Unknown => null,
        Recovery.WholeJob => options.Tries().After(attempt),
        Recovery.NewSession when attempt < Math.Min(2, options.MaxAttempts) => TimeSpan.Zero,
        _ => null,
    };
}
