using System.Text.RegularExpressions;

namespace BotPhone.Invoices;

/// <summary>The tax note that a text names, by its number and by its access key, which has the number in it: one is held against the other.</summary>
/// <param name="Number">As printed, digits only.</param>
/// <param name="Key">44 digits.</param>
internal sealed partial record PrintedTaxNote(string? Number, string? Key)
{
    private static readonly PrintedTaxNote None = new(null, null);

    public static PrintedTaxNote In(string text, PaymentLines lines, DateOnly due)
    {
        List<string> numbers = [.. Labelled().Matches(text).Select(found => Digits(found.Groups["number"].Value)).DistinctBy(Significant)];
        List<string> keys = [.. KeyShape().Matches(text).Select(found => Digits(found.Value)).Where(digits => !lines.HaveBars(digits)).Distinct()];
        return keys switch
        {
            // An NFCom has a key: one that is not there takes the number's proof with it.
            [] => numbers is [var one] && !NamesKey().IsMatch(text) ? new PrintedTaxNote(one, null) : None,
            [var only] when AccessKey.Of(only) is { } key && InvoiceReader.IsPlausible(key.Month, due) => Of(key, numbers),
            // A number is not to be trusted beside a key that cannot be read.
            _ => None,
        };
    }

    private static PrintedTaxNote Of(AccessKey key, List<string> numbers)
    {
        var same = numbers.Find(number => Significant(number) == Significant(key.Number));
        return numbers.Count == 0 || same is not null ? new PrintedTaxNote(numbers.Count == 1 ? same : null, key.Value) : None;
    }

    private static string Digits(string text) => string.Concat(text.Where(char.IsAsciiDigit));

    private static string Significant(string digits) => digits.TrimStart('0');

    // "Nota fiscal nº 000.123.456", "NFCom nº 123456", "Nota fiscal de serviços nº 12", "Número da nota: 12".
    [GeneratedRegex(@"\b(?:(?:nota\s+fiscal(?:\s+(?:de|da|do|e|fatura|servi[çc]os?|tele|comunica[çc][ãa]o|telecomunica[çc][õo]es|telecomunica[çc][ãa]o|eletr[ôo]nica|icms|iss)){0,8}|nf-?com|nfs-?e|nf)\W{0,4}(?:n[ºo°]|n[úu]mero)|n[úu]mero\s+da\s+(?:nota(?:\s+fiscal)?|nf-?com|nf))\W{0,4}(?<number>[0-9]{1,3}(?:\.[0-9]{3}){1,4}|[0-9]{1,15})(?![0-9]|[.,/\-][0-9])",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Labelled();

    [GeneratedRegex(@"\bnf-?com\b|\bdanfe-?com\b|\bchave\s+de\s+acesso\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex NamesKey();

    // 44 digits, on their own or in groups of four.
    [GeneratedRegex(@"(?<![0-9])(?:[0-9]{44}|[0-9]{4}(?:[\s.][0-9]{4}){10})(?![0-9])")]
    private static partial Regex KeyShape();
}
