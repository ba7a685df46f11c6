using System.Security.Cryptography;

namespace BotPhone.Jobs.Move;

/// <summary>
/// How many records there are, and what they are: the SHA-256 of each, added up byte by byte. It does not depend on an order, which a file and a
/// database would have to agree upon, and holds nothing in memory.
/// </summary>
internal sealed class RecordDigest
{
    private const int ShownDigits = 12;
    private readonly byte[] _sum = new byte[SHA256.HashSizeInBytes];

    public long Count { get; private set; }

    /// <summary>Its first digits, for people.</summary>
    public string Digits => Convert.ToHexStringLower(_sum)[..ShownDigits];

    public void Add(ReadOnlySpan<byte> record)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(record, hash);
        for (var i = 0; i < hash.Length; i++) unchecked { _sum[i] += hash[i]; }
        Count++;
    }

    public bool IsOfTheSame(RecordDigest other) => Count == other.Count && _sum.AsSpan().SequenceEqual(other._sum);
}
