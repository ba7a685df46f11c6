using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace BotPhone.Tests.Kit;

/// <summary>Sends bytes as they are, which no HTTP library would, and reads the one answer.</summary>
internal static class RawHttp
{
    public static async Task<(int Status, string Head, JsonNode? Body)> SendAsync(Uri server, byte[] request)
    {
        using var connection = new TcpClient();
        await connection.ConnectAsync("127.0.0.1", server.Port);
        await using var stream = connection.GetStream();
        await stream.WriteAsync(request);
        using var reader = new StreamReader(stream, Encoding.UTF8);
        var text = await reader.ReadToEndAsync().WaitAsync(TimeSpan.FromMinutes(2));
        var end = text.IndexOf("\r\n\r\n", StringComparison.Ordinal);
        return (int.Parse(text.AsSpan(9, 3)), text[..end], BodyOf(text[end..]));
    }

    private static JsonNode? BodyOf(string text)
    {
        var (first, last) = (text.IndexOf('{', StringComparison.Ordinal), text.LastIndexOf('}'));
        try
        {
            return first < 0 ? null : JsonNode.Parse(text[first..(last + 1)]);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
