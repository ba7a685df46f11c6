using System.Security.Cryptography;
using BotPhone.PortalSimulator;

namespace BotPhone.Benchmarks;

internal static class FetchedInvoice
{
    /// <exception cref="InvalidOperationException">The file is another one.</exception>
    public static async Task CheckAsync(string path, SimulatedCase wanted)
    {
        if (Convert.ToHexStringLower(SHA256.HashData(await File.ReadAllBytesAsync(path))) != wanted.Expected!.Sha256)
            throw new InvalidOperationException($"{path} is not the invoice of {wanted.Filter}.");
    }
}
