using System.Net;
using System.Net.Sockets;

namespace BotPhone.Tests.Kit;

/// <summary>Finds a port on which nobody listens, for a server that is to be known before it starts.</summary>
internal static class FreePort
{
    public static int Find()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
