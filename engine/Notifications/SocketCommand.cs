using System.Text.Json;

namespace BotPhone.Notifications;

/// <summary>A message of a WebSocket client.</summary>
internal sealed record SocketCommand(string Action, string? JobId, string? Token)
{
    /// <returns>Null when the message cannot be understood.</returns>
    public static SocketCommand? Read(ReadOnlyMemory<byte> message)
    {
        try
        {
            using var json = JsonDocument.Parse(message);
            var root = json.RootElement;
            return root.ValueKind == JsonValueKind.Object && Text(root, "action") is { } action
                ? new SocketCommand(action, Text(root, "job_id"), Text(root, "token"))
                : null;
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            return null;
        }
    }

    // A token that is no text is still a token that was given.
    private static string? Text(JsonElement root, string name) => !root.TryGetProperty(name, out var value) || value.ValueKind == JsonValueKind.Null
        ? null
        : value.ValueKind == JsonValueKind.String ? value.GetString() : value.GetRawText();
}
