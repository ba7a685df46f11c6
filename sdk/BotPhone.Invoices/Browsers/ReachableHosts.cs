using System.Net;
using System.Text.Json.Nodes;

namespace BotPhone.Invoices;

/// <summary>
/// What an operator's browser may reach: the entries of <c>Hosts</c> in its settings, and the host of every address in them but those that it blocks. A name stands for
/// public addresses; others, such as this machine's own, must be declared as addresses or networks themselves.
/// </summary>
internal sealed class ReachableHosts
{
    public const string Key = "Hosts";

    private const string Loopback = "localhost";
    private readonly HashSet<string> _names = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<string> _suffixes = [];
    private readonly List<IPNetwork> _networks = [];

    private ReachableHosts()
    {
    }

    /// <summary>Nothing at all.</summary>
    public static ReachableHosts None { get; } = new();

    /// <summary>Reads what an operator declares.</summary>
    /// <param name="settings">Its settings, those of the configuration included.</param>
    /// <exception cref="FormatException">An entry is no host; the message says so, in Portuguese, as a clause.</exception>
    public static ReachableHosts Of(JsonObject settings)
    {
        var hosts = Of(TextList.Of(settings, Key, Invalid));
        foreach (var (key, value) in settings)
            if (!key.Equals(BlockedUrls.Key, StringComparison.OrdinalIgnoreCase)) hosts.AddAddresses(value);
        return hosts;
    }

    /// <inheritdoc cref="Of(JsonObject)"/>
    /// <param name="entries">As in <c>Hosts</c>.</param>
    public static ReachableHosts Of(params IEnumerable<string> entries) => None.With(entries);

    /// <summary>The same and more.</summary>
    /// <inheritdoc cref="Of(IEnumerable{string})"/>
    public ReachableHosts With(IEnumerable<string> entries)
    {
        var more = new ReachableHosts();
        more._names.UnionWith(_names);
        more._suffixes.AddRange(_suffixes);
        more._networks.AddRange(_networks);
        foreach (var entry in entries) more.Add(entry);
        return more;
    }

    /// <summary>Whether a name is declared, or an address lies in a network that is.</summary>
    public bool Declares(string host) => IPAddress.TryParse(host, out var address) ? Contains(address) : DeclaresName(host.TrimEnd('.'));

    /// <summary>Whether a declared host may be at an address.</summary>
    public bool MayBeAt(string host, IPAddress address) =>
        PublicAddress.Is(address) || Contains(address) || (IPAddress.IsLoopback(address) && host.TrimEnd('.').Equals(Loopback, StringComparison.OrdinalIgnoreCase));

    private bool DeclaresName(string name) => _names.Contains(name) || _suffixes.Any(suffix => name.EndsWith(suffix, StringComparison.OrdinalIgnoreCase));

    private bool Contains(IPAddress address) => _networks.Any(network => network.Contains(PublicAddress.Plain(address)));

    private void AddAddresses(JsonNode? node)
    {
        switch (node)
        {
            case JsonObject inner:
                foreach (var (_, value) in inner) AddAddresses(value);
                break;
            case JsonArray list:
                foreach (var item in list) AddAddresses(item);
                break;
            case JsonValue value when value.TryGetValue<string>(out var text) && Uri.TryCreate(text, UriKind.Absolute, out var address)
                && (address.Scheme == Uri.UriSchemeHttp || address.Scheme == Uri.UriSchemeHttps):
                AddHost(address);
                break;
        }
    }

    private void AddHost(Uri address)
    {
        if (IPAddress.TryParse(address.DnsSafeHost, out var literal)) AddNetwork(new IPNetwork(PublicAddress.Plain(literal), PublicAddress.Plain(literal).GetAddressBytes().Length * 8));
        else _names.Add(address.IdnHost.TrimEnd('.'));
    }

    private void Add(string entry)
    {
        if (entry.Contains('/', StringComparison.Ordinal))
        {
            if (!IPNetwork.TryParse(entry, out var network)) throw Invalid(entry);
            AddNetwork(network);
        }
        else if (entry.StartsWith("*.", StringComparison.Ordinal))
        {
            // All of a "*.br" would be no bound at all.
            if (!entry[2..].Contains('.', StringComparison.Ordinal)) throw Invalid(entry);
            _suffixes.Add("." + HostOf(entry[2..], entry).IdnHost);
        }
        else
        {
            AddHost(HostOf(entry, entry));
        }
    }

    private void AddNetwork(IPNetwork network) => _networks.Add(network);

    private static Uri HostOf(string host, string entry)
    {
        var kind = Uri.CheckHostName(host);
        return (kind is UriHostNameType.Dns or UriHostNameType.IPv4 or UriHostNameType.IPv6) && Uri.TryCreate(
            kind == UriHostNameType.IPv6 ? $"http://[{host.Trim('[', ']')}]/" : $"http://{host}/", UriKind.Absolute, out var address)
            ? address
            : throw Invalid(entry);
    }

    private static FormatException Invalid(string entry) =>
        new($"{Key} traz '{entry}': use um nome (portal.example), os de baixo dele (*.portal.example), um endereço (10.1.2.3) ou uma rede (10.0.0.0/8)");
}
