using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace BotPhone.Tests.Kit;

/// <summary>
/// Finds a port on which nobody listens, for a server that is to be known before it starts. It lies below those that the system gives to
/// connections and to servers that ask for any, so that none of them takes it meanwhile; and none is given twice.
/// </summary>
internal static class FreePort
{
    private const int Lowest = 12_000;
    private const int Highest = 32_000;

    private static readonly ConcurrentDictionary<int, bool> Given = new();

    public static int Find()
    {
        while (true)
        {
            var port = Random.Shared.Next(Lowest, Highest);
            if (Given.TryAdd(port, true) && IsFree(port)) return port;
        }
    }

    private static bool IsFree(int port)
    {
        try
        {
            using var listener = new TcpListener(IPAddress.Loopback, port);
            listener.Start();
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
