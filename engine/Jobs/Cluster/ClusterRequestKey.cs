using System.Security.Cryptography;
using System.Text;
using BotPhone.Jobs.Postgres;

namespace BotPhone.Jobs.Cluster;

/// <summary>
/// What nodes must all find the same is made of what they have in common; where one server became the cluster, its secret still holds, since
/// frozen logins and the keys of requests came with it.
/// </summary>
internal sealed class ClusterRequestKey(SealedSecrets secrets, IConfiguration configuration) : IRequestKey
{
    private const int Bytes = 32;

    public ReadOnlyMemory<byte> Value { get; } = secrets.Find(SealedSecrets.Requests)
        ?? HKDF.DeriveKey(HashAlgorithmName.SHA256, Encoding.UTF8.GetBytes(configuration["Auth:Secret"]!), Bytes, info: "botphone requests"u8.ToArray());
}
