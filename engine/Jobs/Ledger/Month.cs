using System.Globalization;

namespace BotPhone.Jobs;

/// <summary>A month of a year, in the years 1 to 9999.</summary>
/// <param name="Index">Counts the months since January of the year 0.</param>
internal readonly record struct Month(int Index) : IComparable<Month>
{
    private const int InYear = 12;
    private static readonly string[] Formats = ["MM/yyyy", "yyyy-MM"];

    public DateOnly FirstDay => new(Index / InYear, (Index % InYear) + 1, 1);

    public DateOnly LastDay => new(Index / InYear, (Index % InYear) + 1, DateTime.DaysInMonth(Index / InYear, (Index % InYear) + 1));

    public static Month Of(DateOnly day) => new((day.Year * InYear) + day.Month - 1);

    /// <summary>Reads <c>MM/yyyy</c> or <c>yyyy-MM</c>.</summary>
    public static bool TryParse(string? text, out Month month)
    {
        var isMonth = DateOnly.TryParseExact(text, Formats, CultureInfo.InvariantCulture, DateTimeStyles.None, out var first);
        month = isMonth ? Of(first) : default;
        return isMonth;
    }

    public static bool operator <(Month left, Month right) => left.Index < right.Index;

    public static bool operator >(Month left, Month right) => left.Index > right.Index;

    public static bool operator <=(Month left, Month right) => left.Index <= right.Index;

    public static bool operator >=(Month left, Month right) => left.Index >= right.Index;

    public Month Plus(int months) => new(Index + months);

    public int CompareTo(Month other) => Index.CompareTo(other.Index);

    /// <summary><c>MM/yyyy</c>.</summary>
    public override string ToString() => FirstDay.ToString(Formats[0], CultureInfo.InvariantCulture);
}
