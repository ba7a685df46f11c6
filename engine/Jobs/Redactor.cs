using System.Net;
using System.Text;
using System.Text.Encodings.Web;

namespace BotPhone.Jobs;

/// <summary>Blanks secrets by value, in clear and in the encodings in which they travel.</summary>
internal sealed class Redactor(IEnumerable<string> secrets)
{
    private const string Blank = "•••";

    // The longest first, so that no part of a longer form is left.
    private readonly string[] _forms = [.. secrets.Where(secret => secret.Length > 0).SelectMany(Forms).Distinct().OrderByDescending(form => form.Length)];

    public string Clean(string text)
    {
        foreach (var form in _forms) text = text.Replace(form, Blank, StringComparison.Ordinal);
        return text;
    }

    private static IEnumerable<string> Forms(string secret) =>
    [
        secret,
        Uri.EscapeDataString(secret),
        WebUtility.UrlEncode(secret),
        WebUtility.HtmlEncode(secret),
        JavaScriptEncoder.Default.Encode(secret),
        JavaScriptEncoder.UnsafeRelaxedJsonEscaping.Encode(secret),
        Convert.ToBase64String(Encoding.UTF8.GetBytes(secret)),
        Convert.ToBase64String(Encoding.UTF8.GetBytes(secret)).TrimEnd('='),
    ];
}
