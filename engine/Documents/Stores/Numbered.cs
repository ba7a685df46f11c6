using BotPhone.Sdk;

namespace BotPhone.Documents.Stores;

/// <summary>The names that a document may get when the wanted one is taken.</summary>
internal static class Numbered
{
    /// <param name="number">1 is the wanted name itself.</param>
    public static StorageKey Of(StorageKey wanted, int number)
    {
        if (number == 1) return wanted;
        var extension = Path.GetExtension(wanted.Value);
        return StorageKey.Parse($"{wanted.Value[..^extension.Length]}_{number}{extension}");
    }
}
