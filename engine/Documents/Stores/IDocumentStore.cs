using BotPhone.Jobs;
using BotPhone.Sdk;

namespace BotPhone.Documents.Stores;

/// <summary>
/// Where verified documents are kept. A document appears whole or not at all, and is never overwritten. What goes wrong is a
/// <see cref="DocumentStoreException"/> where the store is elsewhere, an <see cref="IOException"/> or
/// <see cref="UnauthorizedAccessException"/> where it is this machine's disk.
/// </summary>
internal interface IDocumentStore
{
    /// <summary>Why the store did not do the last that was asked of it, in Portuguese, or null when all is well.</summary>
    string? Fault { get; }

    /// <summary>Looks whether the store works, and makes what it needs.</summary>
    Task CheckAsync(CancellationToken cancellation);

    /// <summary>Keeps a file, and sees that what is kept is what was given.</summary>
    /// <param name="wanted">Its name. The same content under it is kept once; other content gets a suffix: <c>_2</c>, <c>_3</c>…</param>
    /// <param name="path">The file; it stays where it is.</param>
    /// <param name="sha256">Of the file, 64 small hexadecimal digits.</param>
    /// <param name="cancellation">Ends the waiting.</param>
    /// <returns>The name under which it is.</returns>
    Task<StorageKey> PutAsync(StorageKey wanted, string path, string sha256, CancellationToken cancellation);

    /// <summary>A document, or null when there is none of this name.</summary>
    Task<StoredContent?> OpenAsync(StorageKey key, CancellationToken cancellation);

    /// <summary>Removes a document; nothing happens when there is none of this name.</summary>
    Task RemoveAsync(StorageKey key, CancellationToken cancellation);
}
