using System.Globalization;

namespace BotPhone.Jobs;

/// <summary>
/// The accounts whose last job failed. An account comes with the final state of the job, in the same commit, stays when the job is removed,
/// and goes with the first job for it that is completed.
/// </summary>
internal interface IFailedAccounts
{
    /// <summary>By the time of the last failure, the latest first.</summary>
    ValueTask<FailurePage> ListAsync(FailureQuery query);

    /// <summary>Forgets accounts whose last failure was before a moment.</summary>
    Task RemoveAsync(DateTimeOffset before);
}

/// <summary>An account without a success since a failure.</summary>
/// <param name="Filter">What the last job asked for, as it came.</param>
/// <param name="Last">The last failure.</param>
/// <param name="Attempts">How many jobs have failed since the last success.</param>
internal sealed record FailedAccount(InvoiceAccount Account, string Filter, FailedJob Last, int Attempts)
{
    /// <summary>Where it is in the list's order: by time, and where jobs failed in the same millisecond by account.</summary>
    public string Position => string.Create(CultureInfo.InvariantCulture, $"{Last.At.UtcDateTime:yyyyMMddHHmmssfff}{Account.Fingerprint}");
}

/// <param name="After">The last account of the page before: where it is in the list's order.</param>
internal sealed record FailureQuery(LedgerFilter Filter, int Limit, string? After = null);

/// <inheritdoc cref="LedgerPage"/>
internal sealed record FailurePage(IReadOnlyList<FailedAccount> Accounts, string? Next);
