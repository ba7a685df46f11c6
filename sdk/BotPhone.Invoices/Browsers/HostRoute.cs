using System.Net;
using System.Net.Sockets;

namespace BotPhone.Invoices;

/// <summary>Where a connection to a host came to.</summary>
internal enum HostRouteEnd
{
    Connected,

    /// <summary>The operator does not declare it.</summary>
    Refused,

    Unreachable,

    /// <summary>Nobody listens there.</summary>
    Closed,
}

/// <summary>A connection to a host that an operator declares, or why there is none.</summary>
/// <param name="End">How it went.</param>
/// <param name="Socket">The connection, which belongs to whoever asked for it.</param>
internal sealed record HostRoute(HostRouteEnd End, Socket? Socket = null)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    /// <summary>
    /// Connects to a host. The name is resolved here and the address checked is the address used: a name cannot mean one thing when it is
    /// checked and another when it is called.
    /// </summary>
    public static async Task<HostRoute> OpenAsync(ReachableHosts hosts, string host, int port, CancellationToken cancellation)
    {
        if (!hosts.Declares(host)) return new HostRoute(HostRouteEnd.Refused);
        if (await ResolveAsync(host, cancellation) is not { Length: > 0 } addresses) return new HostRoute(HostRouteEnd.Unreachable);

        var route = new HostRoute(HostRouteEnd.Refused);
        foreach (var address in addresses.Where(address => hosts.MayBeAt(host, address)))
        {
            route = await OpenAsync(address, port, cancellation);
            if (route.Socket is not null) return route;
        }

        return route;
    }

    private static async Task<IPAddress[]> ResolveAsync(string host, CancellationToken cancellation)
    {
        if (IPAddress.TryParse(host, out var literal)) return [literal];
        try
        {
            return await Dns.GetHostAddressesAsync(host, cancellation);
        }
        catch (Exception exception) when (exception is SocketException or ArgumentException)
        {
            return [];
        }
    }

    private static async Task<HostRoute> OpenAsync(IPAddress address, int port, CancellationToken cancellation)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(Patience);
        Socket? socket = null;
        try
        {
            socket = new Socket(address.AddressFamily, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
            await socket.ConnectAsync(address, port, limit.Token);
            return new HostRoute(HostRouteEnd.Connected, socket);
        }
        catch (Exception exception) when (exception is SocketException || (exception is OperationCanceledException && !cancellation.IsCancellationRequested))
        {
            socket?.Dispose();
            return new HostRoute(exception is SocketException { SocketErrorCode: SocketError.ConnectionRefused } ? HostRouteEnd.Closed : HostRouteEnd.Unreachable);
        }
        catch
        {
            socket?.Dispose();
            throw;
        }
    }
}
