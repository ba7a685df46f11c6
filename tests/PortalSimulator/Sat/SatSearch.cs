using System.Text;
using System.Text.RegularExpressions;

namespace BotPhone.PortalSimulator.Sat;

/// <summary>The search of the clients' list: <c>LIKE '%…%'</c> as databases do it, deaf to case and accents, with <c>%</c> and <c>_</c> as wildcards.</summary>
internal static class SatSearch
{
    private const string Accented = "ÁÀÂÃÄÇÉÊÍÓÔÕÖÚÜ";
    private const string Plain = "AAAAACEEIOOOOUU";

    public static bool Fits(string name, string wanted) => Regex.IsMatch(Fold(name), Pattern(Fold(wanted)), RegexOptions.Singleline);

    private static string Pattern(string wanted)
    {
        var pattern = new StringBuilder();
        foreach (var character in wanted)
            pattern.Append(character switch { '%' => ".*", '_' => ".", _ => Regex.Escape(character.ToString()) });
        return pattern.ToString();
    }

    private static string Fold(string text) =>
        string.Concat(text.ToUpperInvariant().Select(character => Accented.IndexOf(character) is >= 0 and var at ? Plain[at] : character));
}
