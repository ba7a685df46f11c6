using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Options;

namespace BotPhone.Hosting;

/// <summary>What this server is called where others, and those of other clusters, leave things too.</summary>
internal sealed class ServerName(DataFolder data, IConfiguration configuration, IOptions<ClusterOptions> options)
{
    private const int Bytes = 8;
    private readonly string _cluster = $"botphone {ClusterOf(data, configuration)} ";

    /// <summary>The name of this server.</summary>
    public string Own => Of(options.Value.Node);

    /// <summary>The name of a node of this cluster.</summary>
    public string Of(string node) => $"{_cluster}{node}";

    /// <summary>Whether a name is that of a node of this cluster.</summary>
    public bool IsOfCluster(string name) => name.StartsWith(_cluster, StringComparison.Ordinal);

    // What all nodes of a cluster have in common and no other has. Nobody learns the secret from it.
    private static string ClusterOf(DataFolder data, IConfiguration configuration)
    {
        var secret = ClusterOptions.Of(configuration).IsPostgres && configuration["Auth:Secret"] is { } common ? common : KeptSecret.Read(data.File("requests.secret"));
        return Convert.ToHexStringLower(HKDF.DeriveKey(HashAlgorithmName.SHA256, Encoding.UTF8.GetBytes(secret), Bytes, info: "botphone name"u8.ToArray()));
    }
}
