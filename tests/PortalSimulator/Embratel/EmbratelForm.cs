using System.Net;
using System.Text;

namespace BotPhone.PortalSimulator.Embratel;

/// <summary>A form as a page in ISO-8859-1 posts it: a <c>ç</c> is <c>%E7</c>.</summary>
internal static class EmbratelForm
{
    public static async Task<IReadOnlyDictionary<string, string>> ReadAsync(HttpRequest request)
    {
        using var reader = new StreamReader(request.Body, Encoding.ASCII);
        return (await reader.ReadToEndAsync())
            .Split('&', StringSplitOptions.RemoveEmptyEntries)
            .Select(pair => pair.Split('=', 2))
            .ToDictionary(pair => Decode(pair[0]), pair => Decode(pair[^1]));
    }

    private static string Decode(string text) => Encoding.Latin1.GetString(WebUtility.UrlDecodeToBytes(Encoding.ASCII.GetBytes(text), 0, text.Length)!);
}
