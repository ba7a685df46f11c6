using System.Text.RegularExpressions;
using BotPhone.PortalSimulator.Troubles;

namespace BotPhone.PortalSimulator.Sat;

/// <summary>Pages that are not as they were (T13). The elements that may change stand between <c>&lt;!--name--&gt;</c> and <c>&lt;!--/name--&gt;</c>.</summary>
internal static partial class SatChanges
{
    public static string Apply(string html, TroubleBoard troubles, string? user)
    {
        var trouble = troubles.Take("T13", user, one => html.Contains($"<!--{one.Element}-->", StringComparison.Ordinal));
        return Marked().Replace(html, match => match.Groups["name"].Value != trouble?.Element
            ? match.Groups["inside"].Value
            : trouble.Variant == "renomeado" ? Text().Replace(Id().Replace(match.Groups["inside"].Value, "=\"novo_"), " (novo)<") : "");
    }

    [GeneratedRegex("<!--(?<name>\\w+)-->(?<inside>.*?)<!--/\\k<name>-->", RegexOptions.Singleline)]
    private static partial Regex Marked();

    [GeneratedRegex("(?<=\\b(id|class))=\"")]
    private static partial Regex Id();

    [GeneratedRegex("(?<=\\w)<")]
    private static partial Regex Text();
}
