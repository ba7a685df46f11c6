using System.Collections.Frozen;
using BotPhone.Sdk;

namespace BotPhone.Invoices;

/// <summary>
/// The access key of an NFCom: state (2 digits), year and month (4), issuer's CNPJ (14), model (2), series (3), number (9), the rest (9) and a
/// check digit. It has as many digits as a barcode, and is none.
/// </summary>
internal sealed record AccessKey
{
    private const int Length = 44;
    private const string Model = "62";
    private static readonly FrozenSet<int> States = new[] { 11, 12, 13, 14, 15, 16, 17, 21, 22, 23, 24, 25, 26, 27, 28, 29, 31, 32, 33, 35, 41, 42, 43, 50, 51, 52, 53 }.ToFrozenSet();

    private AccessKey(string value) => Value = value;

    public string Value { get; }

    /// <summary>The first day of the month in which the note was issued.</summary>
    public DateOnly Month => new(2000 + Pair(Value, 2), Pair(Value, 4), 1);

    /// <summary>The tax note's number, 9 digits.</summary>
    public string Number => Value[25..34];

    /// <summary>Reads a key.</summary>
    /// <returns>Null when it is not 44 digits with the right check digit, or a part of it cannot be what it stands for.</returns>
    public static AccessKey? Of(string digits) =>
        digits.Length == Length && digits.All(char.IsAsciiDigit) && States.Contains(Pair(digits, 0)) && Pair(digits, 4) is >= 1 and <= 12
        && digits[20..22] == Model && Cnpj.TryParse(digits[6..20], out var issuer) && issuer.HasValidCheckDigits && CheckDigit(digits[..^1]) == digits[^1]
            ? new AccessKey(digits)
            : null;

    private static int Pair(string digits, int at) => ((digits[at] - '0') * 10) + digits[at + 1] - '0';

    // Weights 2 to 9 from the right, over again.
    private static char CheckDigit(string digits)
    {
        var sum = 0;
        for (var i = 0; i < digits.Length; i++) sum += (digits[^(i + 1)] - '0') * (2 + (i % 8));
        return sum % 11 is var remainder && remainder < 2 ? '0' : (char)('0' + 11 - remainder);
    }
}
