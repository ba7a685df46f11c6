using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net.WebSockets;
using System.Text;

namespace BotPhone.Benchmarks;

/// <summary>Clients that follow a server over WebSocket and read whatever comes at once.</summary>
internal sealed class Followers : IAsyncDisposable
{
    // Of so many one tells how long each line took; the others only count.
    private const int OneTellsOf = 20;
    private const int LongestMessage = 4096;
    private static readonly byte[] LineMark = Encoding.UTF8.GetBytes("\"Linha ");
    private static readonly byte[] TimeMark = Encoding.UTF8.GetBytes("\"timestamp\":\"");

    private readonly List<ClientWebSocket> _sockets = [];
    private readonly List<Task> _reading = [];
    private readonly ConcurrentBag<double> _delays = [];
    private long _left;
    private TaskCompletionSource _all = new();

    /// <param name="address">Of the WebSocket.</param>
    /// <param name="count">How many clients.</param>
    /// <param name="greeting">What each sends first, or null.</param>
    public static async Task<Followers> ConnectAsync(Uri address, int count, string? greeting)
    {
        var followers = new Followers();
        for (var i = 0; i < count; i++)
        {
            var socket = new ClientWebSocket();
            await socket.ConnectAsync(address, default);
            if (greeting is not null) await socket.SendAsync(Encoding.UTF8.GetBytes(greeting), WebSocketMessageType.Text, true, default);
            followers._sockets.Add(socket);
            followers._reading.Add(followers.ReadAsync(socket, tells: i % OneTellsOf == 0));
        }

        return followers;
    }

    /// <summary>Waits until every client has so many lines.</summary>
    /// <param name="lines">How many each gets.</param>
    /// <param name="tell">Makes the server say them.</param>
    /// <returns>Lines a second over all clients, and the delays of single lines in milliseconds.</returns>
    public async Task<(double Rate, IReadOnlyList<double> Delays)> HearAsync(int lines, Func<Task> tell)
    {
        var all = (long)lines * _sockets.Count;
        _delays.Clear();
        _all = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        Interlocked.Exchange(ref _left, all);
        var start = Stopwatch.GetTimestamp();
        await tell();
        await _all.Task;
        return (all / Stopwatch.GetElapsedTime(start).TotalSeconds, [.. _delays]);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var socket in _sockets) socket.Abort();
        await Task.WhenAll(_reading).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        foreach (var socket in _sockets) socket.Dispose();
    }

    private async Task ReadAsync(ClientWebSocket socket, bool tells)
    {
        var buffer = new byte[LongestMessage];
        while (true)
        {
            var length = 0;
            ValueWebSocketReceiveResult part;
            do
            {
                part = await socket.ReceiveAsync(buffer.AsMemory(length), default);
                length += part.Count;
            }
            while (!part.EndOfMessage);

            if (part.MessageType == WebSocketMessageType.Close) return;
            if (buffer.AsSpan(0, length).IndexOf(LineMark) < 0) continue;
            if (tells) _delays.Add(Delay(buffer.AsSpan(0, length)));
            if (Interlocked.Decrement(ref _left) == 0) _all.TrySetResult();
        }
    }

    private static double Delay(ReadOnlySpan<byte> message)
    {
        var time = message[(message.IndexOf(TimeMark) + TimeMark.Length)..];
        var at = DateTimeOffset.Parse(Encoding.UTF8.GetString(time[..time.IndexOf((byte)'"')]), CultureInfo.InvariantCulture);
        return (TimeProvider.System.GetUtcNow() - at).TotalMilliseconds;
    }
}
