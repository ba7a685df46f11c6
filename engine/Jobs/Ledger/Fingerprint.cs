using System.Security.Cryptography;
using System.Text;

namespace BotPhone.Jobs;

/// <summary>For an index: as long for a long text as for a short one, and another where only the case is another.</summary>
internal static class Fingerprint
{
    public static string Of(params IReadOnlyList<string?> parts) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', parts))));
}
