using System.Globalization;
using System.Text.RegularExpressions;
using BotPhone.Sdk;

namespace BotPhone.Invoices;

/// <summary>Reads an invoice's fields from its text. What stands there twice with different values, or not at all, is left out: nothing is guessed.</summary>
internal static partial class InvoiceReader
{
    private static readonly NumberFormatInfo Brazilian = new() { NumberDecimalSeparator = ",", NumberGroupSeparator = "." };

    public static InvoiceFields Read(string text, ExpectedInvoice expected)
    {
        if (string.IsNullOrWhiteSpace(text)) return InvoiceFields.Unread;
        var barcode = Single(PaymentLine().Matches(text).Select(found => Barcode.TryParse(found.Value, out var read) ? read : null));
        return new InvoiceFields(
            InvoiceProof.DueDates(text).Contains(expected.DueDate) ? expected.DueDate : null,
            Amount(text, barcode),
            Month(text),
            InvoiceProof.Names(text, InvoiceSelection.Normalize(expected.Account)) ? InvoiceSelection.Normalize(expected.Account) : null,
            InvoiceProof.Names(text, expected.Cnpj.Value) ? expected.Cnpj.Value : null,
            barcode?.Line,
            barcode?.Code);
    }

    // The words and the payment line must not contradict each other.
    private static decimal? Amount(string text, Barcode? barcode)
    {
        var written = Values(TotalAmount().Matches(text).Select(found => decimal.Parse(found.Groups["amount"].Value, NumberStyles.Number, Brazilian)));
        return (written, barcode?.Amount) switch
        {
            ([var one], null) => one,
            ([var one], { } coded) => one == coded ? one : null,
            ([], { } coded) => coded,
            _ => null,
        };
    }

    private static DateOnly? Month(string text) => Values(BilledMonth().Matches(text).Select(found => DateOnly.ParseExact(
        $"01/{found.Groups["month"].Value}", "dd/MM/yyyy", CultureInfo.InvariantCulture))) is [var one] ? one : null;

    private static T[] Values<T>(IEnumerable<T> found) => [.. found.Distinct()];

    private static Barcode? Single(IEnumerable<Barcode?> found) => Values(found.OfType<Barcode>()) is [var one] ? one : null;

    // 47 digits of a bank slip or 48 of a utility bill, with the dots, hyphens and spaces with which they are written.
    [GeneratedRegex(@"(?<!\d)(?:\d{5}\.?\d{5}\s*\d{5}\.?\d{6}\s*\d{5}\.?\d{6}\s*\d\s*\d{14}|(?:\d{11}\s*-?\s*\d\s*){3}\d{11}\s*-?\s*\d)(?!\d)")]
    private static partial Regex PaymentLine();

    [GeneratedRegex(@"\b(?:total\s+a\s+pagar|valor\s+a\s+pagar|valor\s+total|total\s+da\s+fatura|valor\s+do\s+documento)\W{0,6}(?:R\$)?\s*(?<amount>\d{1,3}(?:\.\d{3})*,\d{2})(?!\d)",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex TotalAmount();

    [GeneratedRegex(@"\b(?:refer[êe]ncia|compet[êe]ncia|m[êe]s\s+de\s+refer[êe]ncia)\W{0,6}(?<month>(?:0[1-9]|1[0-2])/\d{4})(?!\d)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex BilledMonth();
}
