using BotPhone.Jobs;

namespace BotPhone.Ledger;

/// <summary>The months of a span in which no invoice of an account was due that is or was held.</summary>
internal sealed record AccountGaps(InvoiceAccount Account, Month From, Month To, IReadOnlyList<Month> Missing)
{
    /// <summary>The longest span, in months.</summary>
    public const int LongestSpan = 120;

    /// <param name="held">The account, with the months that are not missing.</param>
    /// <param name="from">The first month of the span; when null, the account's first one, at the most <see cref="LongestSpan"/> back.</param>
    /// <param name="to">The last month of the span.</param>
    public static AccountGaps Of(HeldAccount held, Month? from, Month to)
    {
        var first = from ?? Later(held.Months.Min(), to.Plus(1 - LongestSpan));
        var missing = Enumerable.Range(first.Index, Math.Max(0, to.Index - first.Index + 1)).Select(index => new Month(index)).Except(held.Months);
        return new AccountGaps(held.Account, first, to, [.. missing]);
    }

    private static Month Later(Month one, Month other) => one > other ? one : other;
}
