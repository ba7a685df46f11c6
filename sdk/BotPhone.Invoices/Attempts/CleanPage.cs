using System.Text.RegularExpressions;
using BotPhone.Sdk;

namespace BotPhone.Invoices;

/// <summary>Evidence that may be shown. The page itself was blanked before its picture was taken.</summary>
internal static partial class CleanPage
{
    private const string Blank = "•••";

    /// <summary>Without secrets, and without the tokens that a portal gave to its session.</summary>
    public static PageEvidence Of(PageEvidence page, Redactor secrets)
    {
        return page with { Address = Clean(page.Address), Step = Clean(page.Step), Source = Clean(page.Source), Console = [.. page.Console.Select(Clean)] };

        string Clean(string text) => TokenInAddress().Replace(JsonWebToken().Replace(secrets.Clean(text), Blank), $"$1{Blank}");
    }

    [GeneratedRegex(@"\beyJ[\w-]{10,}\.[\w-]+\.[\w-]*")]
    private static partial Regex JsonWebToken();

    [GeneratedRegex("""([?&#;](?:\w*(?:token|ticket|jwt|session|sessao|auth)\w*)=)[^&#\s"'<>]+""", RegexOptions.IgnoreCase)]
    private static partial Regex TokenInAddress();
}
