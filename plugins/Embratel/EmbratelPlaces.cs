using BotPhone.Sdk;

namespace BotPhone.Operators.Embratel;

/// <summary>Selectors that speak of one month.</summary>
internal static class EmbratelPlaces
{
    private const string MonthMark = "{mes}";

    public static RowLayout Of(this RowLayout layout, EmbratelMonth month) => layout with { Table = layout.Table!.Of(month) };

    public static Selector Of(this Selector selector, EmbratelMonth month) => selector.With(MonthMark, month.Text);
}
