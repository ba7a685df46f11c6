using System.Text.Json.Nodes;

namespace BotPhone.Invoices;

/// <summary>What an operator's pages ask for and no job needs, such as fonts and films: the entries of <c>BlockedUrls</c> in its settings.</summary>
internal static class BlockedUrls
{
    public const string Key = "BlockedUrls";

    /// <summary>Reads what an operator declares.</summary>
    /// <param name="settings">Its settings, those of the configuration included.</param>
    /// <exception cref="FormatException">An entry would block all; the message says so, in Portuguese, as a clause.</exception>
    public static IReadOnlyList<string> Of(JsonObject settings)
    {
        var urls = TextList.Of(settings, Key, Invalid);
        return urls.FirstOrDefault(url => !url.Any(char.IsLetterOrDigit)) is { } all ? throw Invalid(all) : urls;
    }

    private static FormatException Invalid(string entry) => new($"{Key} traz '{entry}': use um endereço em que * vale por qualquer trecho (*.woff2, *.mp4?*, *://medidor.example/*)");
}
