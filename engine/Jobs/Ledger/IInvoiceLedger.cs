using BotPhone.Sdk;

namespace BotPhone.Jobs;

/// <summary>
/// Which invoice has which document, from which job. An entry comes with the final state of the job that stored the document, in
/// the same commit, and stays when the job is removed.
/// </summary>
internal interface IInvoiceLedger
{
    /// <summary>The documents of an invoice that have not been removed, the newest first.</summary>
    ValueTask<IReadOnlyList<LedgerEntry>> HeldAsync(InvoiceIdentity invoice);

    /// <summary>Entries by due date, the latest first; on the same day the one that came last.</summary>
    ValueTask<LedgerPage> ListAsync(LedgerQuery query);

    /// <summary>Accounts of which there ever was an invoice, in the order in which they came.</summary>
    ValueTask<AccountPage> AccountsAsync(AccountQuery query);

    /// <summary>Documents that no job has ended with since a moment, those first that were used longest ago.</summary>
    ValueTask<IReadOnlyList<LedgerEntry>> UnusedSinceAsync(DateTimeOffset moment, int limit);

    ValueTask<LedgerEntry?> FindAsync(long number);

    /// <summary>Whether an entry that is not removed shares its document with another one.</summary>
    ValueTask<bool> IsSharedAsync(LedgerEntry entry);

    /// <summary>Marks a document as removed.</summary>
    Task RemoveAsync(LedgerEntry entry, DateTimeOffset now);
}

/// <summary>What narrows the ledger; null is any.</summary>
/// <param name="Number">As in <see cref="InvoiceAccount.Number"/>.</param>
internal sealed record LedgerFilter(string? Operator = null, Cnpj? Cnpj = null, string? Number = null);

/// <param name="From">The first month in which invoices are due.</param>
/// <param name="To">The last one.</param>
/// <param name="After">The last entry of the page before.</param>
internal sealed record LedgerQuery(LedgerFilter Filter, Month? From, Month? To, int Limit, LedgerPosition? After = null);

/// <summary>Where an entry is in the ledger's order.</summary>
internal sealed record LedgerPosition(DateOnly DueDate, long Number);

/// <param name="Next">What the next page comes after, or null when there is none.</param>
internal sealed record LedgerPage(IReadOnlyList<LedgerEntry> Entries, LedgerPosition? Next);

/// <param name="After">The last account of the page before.</param>
internal sealed record AccountQuery(LedgerFilter Filter, int Limit, long After = 0);

/// <inheritdoc cref="LedgerPage"/>
internal sealed record AccountPage(IReadOnlyList<HeldAccount> Accounts, long? Next);

/// <summary>An account, and the months in which an invoice of it was due that is or was held.</summary>
internal sealed record HeldAccount(long Number, InvoiceAccount Account, IReadOnlyList<Month> Months);
