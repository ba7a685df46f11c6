using System.Security.Cryptography;
using System.Text;
using BotPhone.Documents.Stores;
using BotPhone.Sdk;
using BotPhone.Tests.Kit;

namespace BotPhone.Tests.Documents.Stores;

/// <summary>Files to be stored, with their hashes.</summary>
internal sealed record Body(string Path, long Size, string Sha256)
{
    public const int Mebibyte = 1024 * 1024;

    public static Body Of(TemporaryFolder folder, string text) => Of(folder, Encoding.UTF8.GetBytes(text), repeated: 1);

    /// <summary>A file of random bytes, a mebibyte of them again and again.</summary>
    public static Body OfMebibytes(TemporaryFolder folder, int mebibytes) => Of(folder, RandomNumberGenerator.GetBytes(Mebibyte), mebibytes);

    public Task<StorageKey> PutAsync(IDocumentStore store, StorageKey wanted) => store.PutAsync(wanted, Path, Sha256, default);

    private static Body Of(TemporaryFolder folder, byte[] content, int repeated)
    {
        var path = folder.File(Guid.NewGuid().ToString("N"));
        using (var file = File.Create(path))
            for (var i = 0; i < repeated; i++) file.Write(content);
        using var written = File.OpenRead(path);
        return new Body(path, written.Length, Convert.ToHexStringLower(SHA256.HashData(written)));
    }
}
