using System.Net;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.RegularExpressions;

namespace BotPhone.Invoices;

/// <summary>Blanks secrets by value, in clear and in the encodings in which they travel.</summary>
internal sealed class Redactor(IEnumerable<string> secrets)
{
    private const string Blank = "•••";
    private const int Short = 4;

    // The longest first, so that no part of a longer form is left.
    private readonly string[] _forms = [.. secrets.Where(secret => secret.Length > 0).SelectMany(FormsOf).Distinct().OrderByDescending(form => form.Length)];

    /// <summary>Every form in which a secret may stand in a page, the longest first; very short ones, which would leave holes in every word, are not here.</summary>
    public IReadOnlyList<string> Forms => [.. _forms.Where(form => form.Length >= Short)];

    public string Clean(string text)
    {
        foreach (var form in _forms) text = form.Length < Short ? CleanWord(text, form) : text.Replace(form, Blank, StringComparison.Ordinal);
        return text;
    }

    // Blanked inside of other words, a secret of a letter or two would be told by the holes it leaves.
    private static string CleanWord(string text, string form) => Regex.Replace(text, $@"(?<![\p{{L}}\p{{N}}]){Regex.Escape(form)}(?![\p{{L}}\p{{N}}])", Blank);

    private static IEnumerable<string> FormsOf(string secret) =>
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
