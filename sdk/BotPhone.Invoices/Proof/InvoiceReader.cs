using System.Globalization;
using System.Text.RegularExpressions;
using BotPhone.Sdk;

namespace BotPhone.Invoices;

/// <summary>
/// Reads an invoice's fields from its text. What stands there with two different values, contradicts what else is printed, or is not there
/// at all is left out: nothing is guessed.
/// </summary>
internal static partial class InvoiceReader
{
    /// <param name="text">Of a file that <see cref="InvoiceProof"/> has let pass.</param>
    /// <param name="expected">What it was proven to be.</param>
    public static InvoiceFields Read(string text, ExpectedInvoice expected)
    {
        if (string.IsNullOrWhiteSpace(text)) return InvoiceFields.Unread;
        var written = PrintedAmount.In(text);
        var lines = PaymentLines.In(text);
        var barcode = lines.Only is { } line && Agrees(line, written, expected.DueDate) ? line : null;
        var note = PrintedTaxNote.In(text, lines, expected.DueDate);
        return new InvoiceFields(
            DueDate(text, expected.DueDate),
            Amount(written, lines, barcode),
            Month(text, expected.DueDate),
            InvoiceProof.Names(text, InvoiceSelection.Normalize(expected.Account)) ? InvoiceSelection.Normalize(expected.Account) : null,
            InvoiceProof.Names(text, expected.Cnpj.Value) ? expected.Cnpj.Value : null,
            barcode?.Line,
            barcode?.Code,
            note.Number,
            note.Key);
    }

    /// <summary>A month that is far from the due date is another date, or one whose digits were mixed up.</summary>
    public static bool IsPlausible(DateOnly month, DateOnly due)
    {
        const int MostMonthsAfter = 3;
        const int MostMonthsBefore = 1;
        return (((due.Year - month.Year) * 12) + due.Month - month.Month) is >= -MostMonthsBefore and <= MostMonthsAfter;
    }

    // A payment line has no word that tells digits mixed up so well that the check digits are right again: the rest of the page has.
    private static bool Agrees(Barcode line, IReadOnlyList<decimal> written, DateOnly due) =>
        (line.Amount is not { } coded || written.Count == 0 || written.Contains(coded)) && (line.DueDate is not { } date || date == due);

    private static DateOnly? DueDate(string text, DateOnly expected) => InvoiceProof.LabelledDueDates(text) switch
    {
        [] => InvoiceProof.DueDates(text).Contains(expected) ? expected : null,
        var labelled => labelled.All(date => date == expected) ? expected : null,
    };

    // The words and the payment line must not contradict each other.
    private static decimal? Amount(IReadOnlyList<decimal> written, PaymentLines lines, Barcode? barcode) => written switch
    {
        [] => barcode?.Amount,
        [var one] => lines.Allow(one) ? one : null,
        _ => null,
    };

    private static DateOnly? Month(string text, DateOnly due)
    {
        var months = BilledMonth().Matches(text).Select(found => found.Groups["month"].Value).Distinct().ToList();
        return months is [var one]
            && DateOnly.TryParseExact($"01/{one}", "dd/MM/yyyy", CultureInfo.InvariantCulture, DateTimeStyles.None, out var month)
            && IsPlausible(month, due) ? month : null;
    }

    [GeneratedRegex(@"\b(?:refer[êe]ncia|compet[êe]ncia|m[êe]s\s+de\s+refer[êe]ncia)\W{0,6}(?<month>[0-9]{2}/[0-9]{4})(?![0-9])", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex BilledMonth();
}
