using System.Security.Cryptography;

namespace BotPhone.Documents.Stores;

/// <summary>A document that is open to be read.</summary>
/// <param name="Modified">When it was kept.</param>
/// <param name="Content">Can be read from any place; fetches no more than is read of it.</param>
internal sealed record StoredContent(DateTimeOffset Modified, Stream Content) : IAsyncDisposable
{
    /// <summary>Its length in bytes.</summary>
    public long Size => Content.Length;

    /// <returns>The file at a path, or null when there is none.</returns>
    public static StoredContent? Of(string path) => File.Exists(path)
        ? new StoredContent(File.GetLastWriteTimeUtc(path), new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete))
        : null;

    /// <returns>SHA-256 of what is left to be read, 64 small hexadecimal digits.</returns>
    public async Task<string> HashAsync(CancellationToken cancellation) => Convert.ToHexStringLower(await SHA256.HashDataAsync(Content, cancellation));

    public ValueTask DisposeAsync() => Content.DisposeAsync();
}
