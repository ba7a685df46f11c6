using System.Diagnostics.CodeAnalysis;

namespace BotPhone.Sdk;

/// <summary>
/// The digitable line of a Brazilian payment document: a bank slip (boleto, 47 digits) or a utility bill (arrecadação, 48 digits). Only
/// a line all of whose check digits are right is one.
/// </summary>
/// <remarks>Layouts: FEBRABAN's for arrecadação, the Central Bank's for boleto with the due date's factor as of 22/02/2025.</remarks>
public sealed record Barcode
{
    private const int BoletoLength = 47;
    private const int UtilityLength = 48;
    private const int CodeLength = 44;

    private Barcode(string line, string code, decimal? amount, DateOnly? dueDate)
    {
        Line = line;
        Code = code;
        Amount = amount;
        DueDate = dueDate;
    }

    /// <summary>The digitable line, 47 or 48 digits.</summary>
    public string Line { get; }

    /// <summary>The 44 digits of the bars themselves.</summary>
    public string Code { get; }

    /// <summary>What is to be paid, in reais; <see langword="null"/> when the line leaves it open.</summary>
    public decimal? Amount { get; }

    /// <summary>When it is due; <see langword="null"/> when the line does not say, as in a utility bill.</summary>
    public DateOnly? DueDate { get; }

    /// <summary>Whether it is a utility bill (arrecadação), not a bank slip.</summary>
    public bool IsUtilityBill => Line.Length == UtilityLength;

    /// <summary>Reads a digitable line.</summary>
    /// <param name="text">The line; everything but its digits is left out.</param>
    /// <param name="barcode">What it says.</param>
    /// <returns>False when the length or any check digit is wrong: one digit changed is enough.</returns>
    public static bool TryParse([NotNullWhen(true)] string? text, [NotNullWhen(true)] out Barcode? barcode)
    {
        var digits = string.Concat((text ?? "").Where(char.IsAsciiDigit));
        barcode = digits.Length switch
        {
            BoletoLength => ReadBoleto(digits),
            UtilityLength => ReadUtility(digits),
            _ => null,
        };
        return barcode is not null;
    }

    /// <summary>
    /// Reads the 44 digits of the bars themselves, which files carry in the place of the line. The access key of a tax note has 44 digits
    /// too: give this only what is said to be a barcode.
    /// </summary>
    /// <param name="text">The digits; everything else is left out.</param>
    /// <param name="barcode">What they say.</param>
    /// <returns>False when the length or the check digit is wrong.</returns>
    public static bool TryParseCode([NotNullWhen(true)] string? text, [NotNullWhen(true)] out Barcode? barcode)
    {
        var digits = string.Concat((text ?? "").Where(char.IsAsciiDigit));
        barcode = null;
        return digits.Length == CodeLength && TryParse(BarcodeDigits.LineOf(digits), out barcode);
    }

    // Fields of 9, 10 and 10 digits, each with its check digit; the general digit; factor and amount.
    private static Barcode? ReadBoleto(string line)
    {
        string[] fields = [line[..10], line[10..21], line[21..32]];
        if (!Array.TrueForAll(fields, field => BarcodeDigits.Modulo10(field[..^1]) == field[^1])) return null;
        var (general, factor, amount) = (line[32], line[33..37], line[37..]);
        var head = line[..4];
        var free = fields[0][4..9] + fields[1][..10] + fields[2][..10];
        if (BarcodeDigits.BoletoGeneral(head + factor + amount + free) != general) return null;
        return new Barcode(line, head + general + factor + amount + free, BarcodeDigits.Amount(amount), BarcodeDigits.DueDate(factor));
    }

    // Four blocks of 11 digits, each with its check digit; the fourth digit of all is the general one; the third says which rule holds.
    private static Barcode? ReadUtility(string line)
    {
        if (line[0] != '8' || BarcodeDigits.UtilityRule(line[2]) is not { } digitOf) return null;
        string[] blocks = [line[..12], line[12..24], line[24..36], line[36..]];
        if (!Array.TrueForAll(blocks, block => digitOf(block[..^1]) == block[^1])) return null;
        var code = string.Concat(blocks.Select(block => block[..^1]));
        if (digitOf(code[..3] + code[4..]) != code[3]) return null;
        // 6 and 8: an amount in reais; 7 and 9: a quantity in another unit.
        return new Barcode(line, code, line[2] is '6' or '8' ? BarcodeDigits.Amount(code[4..15]) : null, null);
    }
}
