using System.Globalization;
using System.Text.RegularExpressions;
using BotPhone.Sdk;

namespace BotPhone.Invoices;

/// <summary>
/// Decides whether a file is the invoice that was asked for: a whole PDF whose own text names the CNPJ or the account, with the
/// due date that the portal showed.
/// </summary>
internal static partial class InvoiceProof
{
    public const string NoText = "O PDF não tem texto, como os digitalizados: não foi possível conferir nele o CNPJ, a conta e o vencimento";

    /// <param name="text">The file's own text.</param>
    /// <param name="expected">What the portal said.</param>
    /// <returns>What could not be checked, or null: a file without any text cannot speak against itself.</returns>
    /// <exception cref="OperatorException">It is another invoice.</exception>
    public static string? Check(string text, ExpectedInvoice expected)
    {
        if (string.IsNullOrWhiteSpace(text)) return NoText;
        if (!Names(text, expected.Cnpj.Value) && !Names(text, InvoiceSelection.Normalize(expected.Account)))
            throw Wrong($"o PDF não traz o CNPJ {expected.Cnpj} nem a conta {expected.Account}");

        var shown = DueDates(text);
        if (!shown.Contains(expected.DueDate))
        {
            var found = shown.Count > 0 ? shown[0].ToString("dd/MM/yyyy", CultureInfo.InvariantCulture) : "nenhuma data";
            throw Wrong($"o PDF traz o vencimento {found}, e o portal mostrou {expected.DueDate:dd/MM/yyyy}");
        }

        return null;
    }

    // The number on its own, whatever separates its characters: 1234-5678 is 12345678; 112345678 is not, nor is 12.345.678/0001-95.
    public static bool Names(string text, string number)
    {
        if (number.Length == 0) return false;
        var pattern = string.Join(@"[\s.\-/]*", number.Select(character => Regex.Escape(character.ToString())));
        return Regex.IsMatch(text, $@"(?<![0-9A-Za-z][.\-/]?){pattern}(?![.\-/]?[0-9A-Za-z])", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);
    }

    // The dates that are called due dates; in a text that calls none so, every date.
    public static IReadOnlyList<DateOnly> DueDates(string text) => LabelledDueDates(text) is { Count: > 0 } labelled ? labelled : Dates(AnyDate().Matches(text));

    public static IReadOnlyList<DateOnly> LabelledDueDates(string text) => Dates(LabelledDate().Matches(text));

    private static List<DateOnly> Dates(IEnumerable<Match> matches) =>
    [
        .. matches
            .Select(match => DateOnly.TryParseExact(match.Groups["date"].Value, "dd/MM/yyyy", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date : (DateOnly?)null)
            .OfType<DateOnly>(),
    ];

    private static OperatorException Wrong(string message) => new(ErrorCode.WrongInvoice, message);

    [GeneratedRegex(@"venc(imento|e)?\w*\W{0,10}(em\W{0,3})?(?<date>\d{2}/\d{2}/\d{4})", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex LabelledDate();

    [GeneratedRegex(@"(?<!\d)(?<date>\d{2}/\d{2}/\d{4})(?!\d)")]
    private static partial Regex AnyDate();
}
