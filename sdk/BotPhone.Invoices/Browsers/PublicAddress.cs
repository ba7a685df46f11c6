using System.Net;

namespace BotPhone.Invoices;

/// <summary>Which addresses belong to the internet, and not to this machine, its network, or nobody.</summary>
internal static class PublicAddress
{
    private static readonly IPNetwork Unicast6 = IPNetwork.Parse("2000::/3");

    private static readonly IPNetwork[] Special =
    [
        .. new[]
        {
            "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24", "192.0.2.0/24", "192.88.99.0/24",
            "192.168.0.0/16", "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/4", "240.0.0.0/4",
            // These hold another address, which may be any.
            "2001::/23", "2002::/16",
            "2001:db8::/32", "3fff::/20",
        }.Select(network => IPNetwork.Parse(network)),
    ];

    /// <param name="address">One of IPv4 that is written as one of IPv6 counts as what it is.</param>
    public static bool Is(IPAddress address)
    {
        var plain = Plain(address);
        return (plain.AddressFamily == System.Net.Sockets.AddressFamily.InterNetwork || Unicast6.Contains(plain)) && !Special.Any(network => network.Contains(plain));
    }

    public static IPAddress Plain(IPAddress address) => address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
}
