using System.Text.RegularExpressions;
using BotPhone.Sdk;

namespace BotPhone.Invoices;

/// <summary>What in a text has the shape of a digitable line, whether its check digits are right or not.</summary>
internal sealed partial class PaymentLines
{
    private readonly IReadOnlyList<Barcode?> _found;
    private readonly IReadOnlyList<string> _bars;

    private PaymentLines(IReadOnlyList<Barcode?> found, IReadOnlyList<string> bars)
    {
        _found = found;
        _bars = bars;
    }

    /// <summary>The line, when there is but one, its check digits are right, and the digits of its bars, if they are printed too, are its own.</summary>
    public Barcode? Only => _found is [{ } one] && HasItsBars(one) ? one : null;

    public static PaymentLines In(string text) => new(
        [
            .. Shape().Matches(text)
                .Select(found => string.Concat(found.Value.Where(char.IsAsciiDigit)))
                .Distinct()
                .Select(digits => Barcode.TryParse(digits, out var read) ? read : null),
        ],
        [.. Bars().Matches(text).Select(found => found.Value)]);

    /// <summary>Whether an amount may be the one to pay: where lines are printed, one that can be read, and that no bars contradict, must agree.</summary>
    public bool Allow(decimal amount) => _found.Count == 0 || _found.Any(line => line is not null && HasItsBars(line) && (line.Amount ?? amount) == amount);

    /// <summary>Whether digits are the bars of one of the lines.</summary>
    public bool HaveBars(string digits) => _found.Any(line => line?.Code == digits);

    private bool HasItsBars(Barcode line) => _bars.All(bars => bars[..3] != line.Code[..3] || HaveBars(bars));

    // 47 digits of a bank slip or 48 of a utility bill, with the dots, hyphens and spaces with which they are written.
    [GeneratedRegex(@"(?<![0-9])(?:[0-9]{5}\.?[0-9]{5}\s*[0-9]{5}\.?[0-9]{6}\s*[0-9]{5}\.?[0-9]{6}\s*[0-9]\s*[0-9]{14}|(?:[0-9]{11}\s*-?\s*[0-9]\s*){3}[0-9]{11}\s*-?\s*[0-9])(?![0-9])")]
    private static partial Regex Shape();

    // Bars of the same bank, or of the same kind of bill, begin with the same three digits.
    [GeneratedRegex("(?<![0-9])[0-9]{44}(?![0-9])")]
    private static partial Regex Bars();
}
