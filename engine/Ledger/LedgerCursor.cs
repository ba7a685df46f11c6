using System.Globalization;
using BotPhone.Jobs;

namespace BotPhone.Ledger;

/// <summary>A place in the ledger as clients carry it from one page to the next: <c>20260110-17</c>.</summary>
internal static class LedgerCursor
{
    private const string DayFormat = "yyyyMMdd";

    public static string Write(LedgerPosition position) => string.Create(CultureInfo.InvariantCulture, $"{position.DueDate:yyyyMMdd}-{position.Number}");

    public static bool TryRead(string? text, out LedgerPosition? position)
    {
        position = null;
        if (text is null) return true;
        if (text.Split('-') is not [var day, var number]
            || !DateOnly.TryParseExact(day, DayFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out var dueDate)
            || !TryReadNumber(number, out var after)) return false;
        position = new LedgerPosition(dueDate, after);
        return true;
    }

    /// <summary>A number alone, which is the place of an account.</summary>
    public static bool TryReadNumber(string? text, out long number)
    {
        number = 0;
        return text is null || (long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number) && number is > 0 and < long.MaxValue);
    }
}
