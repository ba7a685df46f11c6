using System.Text.RegularExpressions;
using BotPhone.Sdk;

namespace BotPhone.Jobs;

/// <summary>A page at the moment of a failure.</summary>
/// <param name="Doing">What the operator was doing, in the words of its job.</param>
internal sealed partial record FailedPage(string Code, string Error, string Doing, PageEvidence Page)
{
    private const string Blank = "•••";

    /// <summary>Without secrets, and without the tokens that a portal gave to its session. The page itself was blanked before its picture was taken.</summary>
    public FailedPage Without(Redactor secrets)
    {
        return this with
        {
            Page = Page with
            {
                Address = Clean(Page.Address), Step = Clean(Page.Step), Source = Clean(Page.Source), Console = [.. Page.Console.Select(Clean)],
            },
        };

        string Clean(string text) => TokenInAddress().Replace(JsonWebToken().Replace(secrets.Clean(text), Blank), $"$1{Blank}");
    }

    [GeneratedRegex(@"\beyJ[\w-]{10,}\.[\w-]+\.[\w-]*")]
    private static partial Regex JsonWebToken();

    [GeneratedRegex("""([?&#;](?:\w*(?:token|ticket|jwt|session|sessao|auth)\w*)=)[^&#\s"'<>]+""", RegexOptions.IgnoreCase)]
    private static partial Regex TokenInAddress();
}
