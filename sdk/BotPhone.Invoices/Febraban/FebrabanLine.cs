using System.Globalization;
using BotPhone.Sdk;

namespace BotPhone.Invoices.Febraban;

/// <summary>A line of a FEBRABAN telecom file, by the layout's positions: from 0, the end not included.</summary>
/// <param name="Text">350 characters.</param>
/// <param name="Number">The first is 1.</param>
internal readonly record struct FebrabanLine(string Text, int Number)
{
    public const int Length = 350;
    public const string EndMark = "F";

    public string Type => Text[..2];

    public string Account => Field(14, 39);

    public string Field(int from, int end) => Text[from..end].Trim();

    /// <summary>Reais; the layout's last two digits are the cents.</summary>
    public decimal Money(int from, int end, string what) => Digits(from, end, what) / 100m;

    public long Digits(int from, int end, string what) =>
        long.TryParse(Text.AsSpan(from, end - from), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : throw Damaged($"{what} não é um número");

    public DateOnly Date(int from, int end, string what) => Date(Text[from..end], "yyyyMMdd", what);

    /// <summary>Its first day.</summary>
    public DateOnly Month(int from, int end, string what) => Date(Text[from..end] + "01", "yyyyMMdd", what);

    public OperatorException Damaged(string what) => FebrabanFault.Damaged(Number, what);

    private DateOnly Date(string text, string format, string what) =>
        DateOnly.TryParseExact(text, format, CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date : throw Damaged($"{what} não é uma data");
}
