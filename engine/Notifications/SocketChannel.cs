using System.Net.WebSockets;
using System.Text;

namespace BotPhone.Notifications;

/// <summary>One WebSocket: whole messages in, notifications out one after another.</summary>
internal sealed class SocketChannel(WebSocket socket) : IDisposable
{
    private const int LongestMessage = 16 * 1024;
    private static readonly TimeSpan CloseTimeout = TimeSpan.FromSeconds(5);
    private readonly SemaphoreSlim _sending = new(1);
    private readonly CancellationTokenSource _given = new();
    private readonly byte[] _buffer = new byte[LongestMessage];

    /// <summary>The next message; empty when it was too long or no text, null when the client is gone.</summary>
    public async Task<ReadOnlyMemory<byte>?> ReceiveAsync()
    {
        var (length, understood) = (0, true);
        while (true)
        {
            var part = await socket.ReceiveAsync(_buffer.AsMemory(length), _given.Token);
            if (part.MessageType == WebSocketMessageType.Close) return null;
            length += part.Count;
            understood &= part.MessageType == WebSocketMessageType.Text;
            if (part.EndOfMessage) return understood ? _buffer.AsMemory(0, length) : ReadOnlyMemory<byte>.Empty;
            if (length < _buffer.Length) continue;
            // The rest is read and thrown away.
            (length, understood) = (0, false);
        }
    }

    public async Task SendAsync(string text, CancellationToken cancellation)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        await _sending.WaitAsync(cancellation);
        try
        {
            // Cancelling a message half-way would break the connection: only its wait for a turn is.
            if (socket.State == WebSocketState.Open) await socket.SendAsync(bytes, WebSocketMessageType.Text, true, _given.Token);
        }
        finally
        {
            _sending.Release();
        }
    }

    /// <summary>Says goodbye and lets the client answer for a while.</summary>
    public async Task CloseAsync(WebSocketCloseStatus status, string reason)
    {
        _given.CancelAfter(CloseTimeout);
        await _sending.WaitAsync(_given.Token);
        try
        {
            if (socket.State is WebSocketState.Open or WebSocketState.CloseReceived) await socket.CloseOutputAsync(status, reason, _given.Token);
        }
        finally
        {
            _sending.Release();
        }
    }

    public void Dispose()
    {
        _sending.Dispose();
        _given.Dispose();
    }
}
