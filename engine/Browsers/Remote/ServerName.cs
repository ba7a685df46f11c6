using System.Security.Cryptography;
using BotPhone.Hosting;
using BotPhone.Jobs;
using Microsoft.Extensions.Options;

namespace BotPhone.Browsers.Remote;

/// <summary>What this server is called on a Grid, where others, and those of other clusters, have sessions too.</summary>
/// <param name="key">What all nodes of a cluster have in common and no other has. Nobody learns it from the name.</param>
internal sealed class ServerName(IRequestKey key, IOptions<ClusterOptions> options)
{
    private const int Bytes = 8;
    private readonly string _cluster = $"botphone {Convert.ToHexStringLower(HKDF.DeriveKey(HashAlgorithmName.SHA256, key.Value.ToArray(), Bytes, info: "botphone name"u8.ToArray()))} ";

    /// <summary>The name of this server.</summary>
    public string Own => Of(options.Value.Node);

    /// <summary>The name of a node of this cluster.</summary>
    public string Of(string node) => $"{_cluster}{node}";

    /// <summary>Whether a name is that of a node of this cluster.</summary>
    public bool IsOfCluster(string name) => name.StartsWith(_cluster, StringComparison.Ordinal);
}
