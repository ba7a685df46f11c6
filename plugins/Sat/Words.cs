namespace BotPhone.Operators.Sat;

/// <summary>Texts as pages show them.</summary>
internal static class Words
{
    /// <summary>White space of any kind and length becomes one blank, as browsers show it; nothing else changes.</summary>
    public static string Fold(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
