using System.Globalization;
using System.Text.RegularExpressions;

namespace BotPhone.Invoices;

/// <summary>What a text calls the amount to be paid.</summary>
internal static partial class PrintedAmount
{
    private static readonly NumberFormatInfo Brazilian = new() { NumberDecimalSeparator = ",", NumberGroupSeparator = "." };

    /// <returns>The different amounts that are called so.</returns>
    public static IReadOnlyList<decimal> In(string text) =>
        [.. Labelled().Matches(text).Select(found => decimal.Parse(found.Groups["amount"].Value, NumberStyles.Number, Brazilian)).Distinct()];

    // A bare "total" only with the currency behind it: there are totals of minutes, too.
    [GeneratedRegex(@"\b(?:(?:total\s+a\s+pagar|valor\s+a\s+pagar|valor\s+total|total\s+da\s+fatura|valor\s+do\s+documento)\W{0,6}(?:R\$)?|total\W{0,3}R\$)\s*(?<amount>[0-9]{1,3}(?:\.[0-9]{3}){0,5},[0-9]{2})(?![0-9])",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Labelled();
}
