using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace BotPhone.Tests.Docs;

/// <summary>Compares what a snippet showed with what a guide says; what differs from one time to the next counts as equal.</summary>
internal static partial class Shown
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <returns>Null when they agree, else what was shown instead.</returns>
    public static string? Otherwise(Block? said, string shown)
    {
        var (expected, actual) = (Stable(said?.Text ?? ""), Stable(shown));
        return said?.Language switch
        {
            "json" => AreEqual(expected, actual) ? null : Pretty(actual),
            "http" => IsLike(expected, actual) ? null : shown,
            _ => expected == actual ? null : shown,
        };
    }

    // The status line, the headers that the guide shows, the body.
    private static bool IsLike(string expected, string actual)
    {
        var (said, shown) = (Parts(expected), Parts(actual));
        return said.Head[0] == shown.Head[0] && !said.Head.Except(shown.Head, StringComparer.OrdinalIgnoreCase).Any()
            && (said.Body == shown.Body || AreEqual(said.Body, shown.Body));
    }

    private static (string[] Head, string Body) Parts(string message)
    {
        var parts = message.Split("\n\n", 2);
        return (parts[0].Split('\n'), parts.Length > 1 ? parts[1] : "");
    }

    private static bool AreEqual(string expected, string actual) => Parse(actual) is { } shown && JsonNode.DeepEquals(Parse(expected), shown);

    private static string Pretty(string text) => Parse(text)?.ToJsonString(Indented) ?? text;

    private static JsonNode? Parse(string text)
    {
        try
        {
            return JsonNode.Parse(text);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static string Stable(string text)
    {
        text = text.Replace("\r", "", StringComparison.Ordinal).TrimEnd('\n');
        text = Ids().Replace(text, "<id>");
        text = Times().Replace(text, "<time>");
        text = Days().Replace(text, "<day>");
        text = Tokens().Replace(text, "<token>");
        text = Hashes().Replace(text, "<hash>");
        return Numbers().Replace(text, "1");
    }

    [GeneratedRegex("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")]
    private static partial Regex Ids();

    [GeneratedRegex(@"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z")]
    private static partial Regex Times();

    [GeneratedRegex(@"(?<=guardada desde )\d\d/\d\d/\d{4}")]
    private static partial Regex Days();

    [GeneratedRegex("eyJ[^\\s\"]+")]
    private static partial Regex Tokens();

    [GeneratedRegex(@"\b[0-9a-f]{64}\b")]
    private static partial Regex Hashes();

    // Of lines, of bytes, of minutes: as many as there happen to be.
    [GeneratedRegex("""\b\d{16}\b|(?<=bytes 0-3/)\d+|(?<="(size|expires_in)": ?)\d+""")]
    private static partial Regex Numbers();
}
