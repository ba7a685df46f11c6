using BotPhone.Sdk;

namespace BotPhone.Operators.Embratel;

/// <summary>Selectors that speak of one month or of one invoice.</summary>
internal static class EmbratelPlaces
{
    private const string MonthMark = "{mes}";

    public static RowLayout Of(this RowLayout layout, EmbratelMonth month) => layout with { Table = layout.Table!.Of(month) };

    public static Selector Of(this Selector selector, EmbratelMonth month) => selector.With(MonthMark, month.Text);

    public static Selector With(this Selector selector, string mark, string value) => selector with
    {
        Name = selector.Name.Replace(mark, value, StringComparison.Ordinal),
        Css = selector.Css?.Replace(mark, value, StringComparison.Ordinal),
        XPath = selector.XPath?.Replace(mark, value, StringComparison.Ordinal),
    };
}
