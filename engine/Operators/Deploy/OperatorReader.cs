namespace BotPhone.Operators;

/// <summary>Makes of an entry of <c>Operators:Path</c> a version that can serve.</summary>
internal sealed class OperatorReader(OperatorShelf shelf, OperatorTrust trust, OperatorLoader loader)
{
    /// <param name="root">The folder <c>Operators:Path</c>.</param>
    /// <param name="entry">The name of a folder or package in it.</param>
    /// <param name="present">What is known of the entry.</param>
    /// <returns>A new version, or the one that serves when the files are the same.</returns>
    /// <exception cref="RejectedException">There is none that can serve.</exception>
    /// <exception cref="IOException">Someone is writing it, or has just taken it away.</exception>
    public OperatorVersion Read(string root, string entry, OperatorEntry? present)
    {
        var files = OperatorSource.Read(Path.Combine(root, entry));
        if (present?.Serving is { } serving && serving.Hash == files.Hash) return serving;
        var isSigned = trust.Check(files, mustBeSigned: shelf.History(entry) is [.., { IsSigned: true }]);
        return loader.Load(files, shelf.Put(entry, files), isSigned, present?.Serving);
    }
}
