using System.Globalization;

namespace BotPhone.Sdk;

// The arithmetic of payment documents.
internal static class BarcodeDigits
{
    private const int FirstFactor = 1000;
    private static readonly DateOnly Epoch = new(1997, 10, 7);
    // The day on which the factor, having reached 9999, started again.
    private static readonly DateOnly SecondTurn = new(2025, 2, 22);

    // Weights 2, 1, 2, 1… from the right; the digits of each product are added up.
    public static char Modulo10(string digits)
    {
        var sum = 0;
        for (var i = 0; i < digits.Length; i++)
        {
            var product = (digits[^(i + 1)] - '0') * (i % 2 == 0 ? 2 : 1);
            sum += (product / 10) + (product % 10);
        }

        return (char)('0' + ((10 - (sum % 10)) % 10));
    }

    public static char BoletoGeneral(string digits) => 11 - Remainder11(digits) is var digit && digit is 0 or > 9 ? '1' : (char)('0' + digit);

    /// <summary>The rule of a utility bill's check digits, by its third digit.</summary>
    public static Func<string, char>? UtilityRule(char kind) => kind switch
    {
        '6' or '7' => Modulo10,
        '8' or '9' => Modulo11,
        _ => null,
    };

    /// <summary>The digitable line of 44 digits; of a kind that does not exist, no line.</summary>
    public static string LineOf(string code)
    {
        if (code[0] == '8')
            return UtilityRule(code[2]) is { } digitOf ? string.Concat(code.Chunk(11).Select(block => new string(block)).Select(block => block + digitOf(block))) : "";
        string[] fields = [code[..4] + code[19..24], code[24..34], code[34..]];
        return string.Concat(fields.Select(field => field + Modulo10(field))) + code[4] + code[5..19];
    }

    public static decimal? Amount(string cents) =>
        decimal.Parse(cents, NumberStyles.None, CultureInfo.InvariantCulture) / 100 is var amount && amount > 0 ? amount : null;

    // A factor means two days since it started again; the later one is the one of documents that are current.
    public static DateOnly? DueDate(string factor)
    {
        var days = int.Parse(factor, NumberStyles.None, CultureInfo.InvariantCulture);
        if (days < FirstFactor) return null;
        var turned = SecondTurn.AddDays(days - FirstFactor);
        return turned.DayNumber - SecondTurn.DayNumber < Turnover ? turned : Epoch.AddDays(days);
    }

    // Factors below this are of the second turn: 7000 days, until 2044.
    private const int Turnover = 7000;

    private static char Modulo11(string digits) => Remainder11(digits) is var remainder && remainder < 2 ? '0' : (char)('0' + 11 - remainder);

    // Weights 2 to 9 from the right, over again.
    private static int Remainder11(string digits)
    {
        var sum = 0;
        for (var i = 0; i < digits.Length; i++) sum += (digits[^(i + 1)] - '0') * (2 + (i % 8));
        return sum % 11;
    }
}
