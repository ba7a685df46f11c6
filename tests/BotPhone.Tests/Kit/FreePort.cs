using System.Net;
using System.Net.Sockets;

namespace BotPhone.Tests.Kit;

/// <summary>Finds a port on which nobody listens, for a server that is to be known before it starts.</summary>
internal static class FreePort
{
    public static int Find() => Find(1).Single();

    /// <summary>Several, all different.</summary>
    public static IReadOnlyList<int> Find(int count)
    {
        var listeners = Enumerable.Range(0, count).Select(_ => new TcpListener(IPAddress.Loopback, 0)).ToList();
        listeners.ForEach(listener => listener.Start());
        var ports = listeners.Select(listener => ((IPEndPoint)listener.LocalEndpoint).Port).ToList();
        listeners.ForEach(listener => listener.Dispose());
        return ports;
    }
}
