using System.Text.RegularExpressions;

namespace BotPhone.Jobs;

/// <summary>
/// Cuts what identifies a client down to its last three characters, for those who gave no token: the values of the request however
/// they are punctuated, and whatever looks like a CNPJ, a CPF, an account, an e-mail address or the key of a file.
/// </summary>
internal sealed partial class Mask(IEnumerable<string> identifiers)
{
    private const string Blank = "•••";
    private const int Tail = 3;
    // Beyond that a value is not looked for with other punctuation.
    private const int LongestPattern = 100;

    private readonly Regex[] _values = [.. identifiers.Where(value => value.Length > Tail).Distinct().OrderByDescending(value => value.Length).Select(Pattern)];

    public static string Cut(string value) => value.Length > Tail ? Blank + value[^Tail..] : value;

    public string Apply(string text)
    {
        foreach (var value in _values) text = value.Replace(text, found => Cut(found.Value));
        return Telling().Replace(text, found => found.Groups["kept"].Success ? found.Value : Cut(found.Value));
    }

    private static Regex Pattern(string value)
    {
        var letters = value.Where(char.IsLetterOrDigit).Select(letter => Regex.Escape(letter.ToString())).ToList();
        var pattern = letters.Count is > Tail and <= LongestPattern ? string.Join(@"[\W_]{0,3}", letters) : Regex.Escape(value);
        return new Regex($@"(?<![\p{{L}}\p{{N}}]){pattern}(?![\p{{L}}\p{{N}}])", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);
    }

    // Ids of jobs and dates are kept. What may begin anywhere is short; what may be long begins a word, so that no text takes long.
    [GeneratedRegex("""
        (?<kept> \b[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\b | \b\d\d/\d\d/\d{4}\b | \b\d{4}-\d\d-\d\d\b )
        | (?<![^\s"']) /? [^\s"'/]+ (?: /[^\s"'/]+ )+ \.[A-Za-z]{2,4}\b
        | (?<![^\s@"'<>]) [^\s@"'<>]+ @ [^\s@"'<>]+ \. \w+
        | \b[0-9A-Z]{2}\.?[0-9A-Z]{3}\.?[0-9A-Z]{3}/?[0-9A-Z]{4}-?[0-9]{2}\b
        | (?<!\w) \d (?: [-./\x20]? \d ){5,} (?!\w)
        """, RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Telling();
}
