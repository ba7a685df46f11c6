using System.Text.Json;
using System.Text.Json.Nodes;

namespace BotPhone.Invoices;

/// <summary>A list of texts in an <c>operator.json</c>.</summary>
internal static class TextList
{
    /// <param name="settings">What the list is in.</param>
    /// <param name="key">What it is called.</param>
    /// <param name="invalid">What is wrong with an item, which is given as it stands.</param>
    /// <exception cref="FormatException">It is no such list; the message says so, in Portuguese, as a clause.</exception>
    public static IReadOnlyList<string> Of(JsonObject settings, string key, Func<string, FormatException> invalid) => settings[key] switch
    {
        null => [],
        JsonArray list => [.. list.Select(item => item?.GetValueKind() == JsonValueKind.String ? item.GetValue<string>() : throw invalid(item?.ToJsonString() ?? "null"))],
        _ => throw new FormatException($"{key} deve ser uma lista de textos"),
    };
}
