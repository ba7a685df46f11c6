using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace BotPhone.Tests.Kit;

/// <summary>What a bad line does to an answer; the places are counted in bytes of its body, as they travel.</summary>
/// <param name="CutAfter">Where the connection ends.</param>
/// <param name="Damaged">The byte that arrives as another.</param>
internal sealed record Harm(long? CutAfter = null, long? Damaged = null);

/// <summary>Stands between a client and a server and carries a request a connection, badly where it is told to.</summary>
internal sealed class BadLine : IAsyncDisposable
{
    private static readonly byte[] EndOfHead = "\r\n\r\n"u8.ToArray();
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _over = new();
    private readonly ConcurrentQueue<string> _requests = new();
    private readonly Uri _server;
    private readonly Func<string, Task<Harm?>> _harmOf;
    private readonly Task _accepting;

    private BadLine(Uri server, Func<string, Task<Harm?>> harmOf)
    {
        (_server, _harmOf) = (server, harmOf);
        _listener.Start();
        _accepting = AcceptAsync();
    }

    public Uri Address => new($"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}");

    /// <summary>The first line of each request so far.</summary>
    public IReadOnlyList<string> Requests => [.. _requests];

    /// <param name="harmOf">What happens to the answer to a request, of which it gets the first line; null for nothing.</param>
    public static BadLine To(Uri server, Func<string, Task<Harm?>> harmOf) => new(server, harmOf);

    public static BadLine To(Uri server, Func<string, Harm?> harmOf) => To(server, request => Task.FromResult(harmOf(request)));

    public async ValueTask DisposeAsync()
    {
        await _over.CancelAsync();
        _listener.Dispose();
        await _accepting.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _over.Dispose();
    }

    private async Task AcceptAsync()
    {
        var carrying = new List<Task>();
        try
        {
            while (true) carrying.Add(CarryAsync(await _listener.AcceptTcpClientAsync(_over.Token)));
        }
        finally
        {
            await Task.WhenAll(carrying);
        }
    }

    private async Task CarryAsync(TcpClient accepted)
    {
        using var client = accepted;
        using var server = new TcpClient();
        using var gone = CancellationTokenSource.CreateLinkedTokenSource(_over.Token);
        try
        {
            // The other requests of a browser come over connections of their own then.
            var head = Encoding.Latin1.GetString(await ReadHeadAsync(client.GetStream(), gone.Token)).Replace("Connection: keep-alive", "Connection: close", StringComparison.Ordinal);
            var request = head.Split('\r')[0];
            var harm = await _harmOf(request);
            _requests.Enqueue(request);

            await server.ConnectAsync(IPAddress.Loopback, _server.Port, gone.Token);
            await server.GetStream().WriteAsync(Encoding.Latin1.GetBytes(head), gone.Token);
            var sending = client.GetStream().CopyToAsync(server.GetStream(), gone.Token);
            await AnswerAsync(server.GetStream(), client.GetStream(), harm ?? new Harm(), gone.Token);
            await gone.CancelAsync();
            await sending;
        }
        catch (Exception exception) when (exception is IOException or SocketException or OperationCanceledException)
        {
            // One of the two is gone, and with it the connection to the other.
        }
    }

    private static async Task<byte[]> ReadHeadAsync(NetworkStream from, CancellationToken cancellation)
    {
        var (head, next) = (new List<byte>(), new byte[1]);
        while (!head.TakeLast(EndOfHead.Length).SequenceEqual(EndOfHead) && await from.ReadAsync(next, cancellation) > 0) head.Add(next[0]);
        return [.. head];
    }

    private static async Task AnswerAsync(NetworkStream from, NetworkStream to, Harm harm, CancellationToken cancellation)
    {
        await to.WriteAsync(await ReadHeadAsync(from, cancellation), cancellation);
        var (buffer, place) = (new byte[64 * 1024], 0L);
        while (place < (harm.CutAfter ?? long.MaxValue))
        {
            var room = (int)Math.Min(buffer.Length, (harm.CutAfter ?? long.MaxValue) - place);
            var count = await from.ReadAsync(buffer.AsMemory(0, room), cancellation);
            if (count == 0) return;
            if (harm.Damaged is { } damaged && damaged >= place && damaged < place + count) buffer[damaged - place] ^= 1;
            await to.WriteAsync(buffer.AsMemory(0, count), cancellation);
            place += count;
        }
    }
}
