using System.Net.WebSockets;
using System.Text;
using System.Text.Json.Nodes;

namespace BotPhone.Tests.Kit;

/// <summary>A client of <c>WS /ws/notifications</c>: keeps what it has read, until a condition holds.</summary>
internal sealed class SocketClient : IDisposable
{
    private readonly ClientWebSocket _socket;
    private readonly byte[] _buffer = new byte[1 << 20];

    private SocketClient(ClientWebSocket socket) => _socket = socket;

    public List<JsonNode> Seen { get; } = [];

    public WebSocketCloseStatus? CloseStatus => _socket.CloseStatus;

    public static async Task<SocketClient> OpenAsync(Uri server, string query = "", string? token = null)
    {
        var socket = new ClientWebSocket();
        if (token is not null) socket.Options.SetRequestHeader("Authorization", $"Bearer {token}");
        await socket.ConnectAsync(new UriBuilder(server) { Scheme = "ws", Path = "/ws/notifications", Query = query }.Uri, CancellationToken.None);
        return new SocketClient(socket);
    }

    public IEnumerable<JsonNode> Of(string type, string? job = null) =>
        Seen.Where(message => (string)message["type"]! == type && (job is null || (string?)message["job_id"] == job));

    public IReadOnlyList<string> Lines(string? job = null) => [.. Of("log", job).Select(log => (string)log["message"]!)];

    public Task SubscribeAsync(string job) => SendAsync($$"""{"action":"subscribe","job_id":"{{job}}"}""");

    public Task SendAsync(string text) => SendAsync(Encoding.UTF8.GetBytes(text), WebSocketMessageType.Text);

    public Task SendAsync(byte[] bytes, WebSocketMessageType type) => _socket.SendAsync(bytes, type, true, CancellationToken.None);

    /// <summary>Reads on until the condition holds.</summary>
    public async Task UntilAsync(Func<bool> condition, string what)
    {
        while (!condition())
        {
            if (await NextAsync() is null) throw new InvalidOperationException($"The connection ended before: {what}. Seen: {string.Join('\n', Seen.Select(message => message.ToJsonString()))}");
        }
    }

    public Task UntilEndOfAsync(string job) => UntilAsync(
        () => Of("job_update", job).Any(update => (string)update["data"]!["status"]! is "COMPLETED" or "FAILED"), $"the end of {job}");

    /// <summary>The answer to a ping: all that came before it has been read then.</summary>
    public async Task PingAsync()
    {
        var before = Of("pong").Count();
        await SendAsync("""{"action":"ping"}""");
        await UntilAsync(() => Of("pong").Count() > before, "pong");
    }

    /// <summary>Reads one message.</summary>
    /// <returns>Null when the server has closed.</returns>
    public async Task<JsonNode?> NextAsync()
    {
        var length = 0;
        while (true)
        {
            var part = await _socket.ReceiveAsync(_buffer.AsMemory(length), CancellationToken.None).AsTask().WaitAsync(TimeSpan.FromMinutes(4));
            if (part.MessageType == WebSocketMessageType.Close) return null;
            length += part.Count;
            if (!part.EndOfMessage) continue;
            var message = JsonNode.Parse(_buffer.AsSpan(0, length))!;
            Seen.Add(message);
            return message;
        }
    }

    public Task CloseAsync() => _socket.CloseAsync(WebSocketCloseStatus.NormalClosure, "", CancellationToken.None);

    public void Dispose() => _socket.Dispose();
}
