namespace BotPhone.Sdk;

/// <summary>A file of the store that an operator works with, from <see cref="JobContext.OpenStoredAsync"/>.</summary>
/// <param name="Key">Its name in the store.</param>
/// <param name="Path">Where it is on this machine while the attempt runs; read it, never change it.</param>
/// <param name="Size">Its length in bytes.</param>
/// <param name="Sha256">Its SHA-256, 64 small hexadecimal digits.</param>
public sealed record StoredFile(StorageKey Key, string Path, long Size, string Sha256);
