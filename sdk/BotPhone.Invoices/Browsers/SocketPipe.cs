using System.Buffers;
using System.Net.Sockets;

namespace BotPhone.Invoices;

/// <summary>Carries what two sides say to each other. An end of one stays an end to the other, and a reset a reset.</summary>
internal static class SocketPipe
{
    private const int BufferLength = 64 * 1024;

    /// <summary>Carries until both sides have ended, or one has broken off.</summary>
    /// <param name="browser">One side.</param>
    /// <param name="portal">The other side.</param>
    /// <param name="received">Told the length of each piece that the portal sent, before it is passed on; false breaks the connection off.</param>
    /// <param name="cancellation">Breaks it off.</param>
    public static async Task CarryAsync(Socket browser, Socket portal, Func<int, bool> received, CancellationToken cancellation)
    {
        try
        {
            using var broken = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
            await Task.WhenAll(
                CarryAsync(browser, portal, _ => true, broken),
                CarryAsync(portal, browser, received, broken));
        }
        catch (Exception exception) when (exception is SocketException or OperationCanceledException)
        {
            Reset(browser);
            Reset(portal);
        }
    }

    /// <summary>Ends a connection so that the other side sees it as broken off.</summary>
    public static void Reset(Socket socket)
    {
        socket.LingerState = new LingerOption(enable: true, seconds: 0);
        socket.Close();
    }

    private static async Task CarryAsync(Socket from, Socket to, Func<int, bool> received, CancellationTokenSource broken)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(BufferLength);
        try
        {
            for (int count; (count = await from.ReceiveAsync(buffer, broken.Token)) > 0;)
            {
                if (!received(count)) throw new OperationCanceledException();
                for (var sent = 0; sent < count;) sent += await to.SendAsync(buffer.AsMemory(sent, count - sent), broken.Token);
            }

            to.Shutdown(SocketShutdown.Send);
        }
        catch
        {
            // The other direction waits for nothing any more.
            await broken.CancelAsync();
            throw;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }
}
