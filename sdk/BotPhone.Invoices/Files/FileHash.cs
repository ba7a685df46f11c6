using System.Security.Cryptography;

namespace BotPhone.Invoices;

internal static class FileHash
{
    /// <returns>SHA-256, 64 small hexadecimal digits.</returns>
    public static string Of(string path)
    {
        using var content = File.OpenRead(path);
        return Convert.ToHexStringLower(SHA256.HashData(content));
    }
}
