using BotPhone.Hosting;

namespace BotPhone.Operators;

/// <summary>
/// Our own copy of every version that serves, and of the one before it: under <c>Data:Path/operators/{entry}/{hash}</c>. They are loaded
/// from here, so that what happens in <c>Operators:Path</c> touches nothing that runs.
/// </summary>
internal sealed class OperatorShelf(DataFolder data)
{
    private const string HistoryFile = "history";
    private const string PackageEnd = ".package";
    private const int ShortHash = 16;

    /// <summary>Puts files on the shelf.</summary>
    /// <returns>Their folder.</returns>
    public string Put(string entry, OperatorFiles files)
    {
        var folder = FolderOf(entry, files.Hash);
        if (Directory.Exists(folder)) return folder;

        // Written aside and moved, so that what is there is whole.
        var temporary = $"{folder}.{Guid.NewGuid():N}";
        files.WriteTo(temporary);
        if (files.Package is { } package) File.WriteAllBytes(PackageOf(folder), package);
        Directory.Move(temporary, folder);
        return folder;
    }

    /// <summary>The versions of an entry that served, the present one last.</summary>
    public IReadOnlyList<ServedVersion> History(string entry)
    {
        var file = Path.Combine(Root(entry), HistoryFile);
        return File.Exists(file) ? [.. File.ReadLines(file).Select(ServedVersion.Parse).OfType<ServedVersion>()] : [];
    }

    /// <summary>Notes that a version serves now, and forgets all but the one before it.</summary>
    public void Serve(string entry, ServedVersion version)
    {
        var before = History(entry).Where(other => other.Hash != version.Hash).TakeLast(1);
        ServedVersion[] kept = [.. before, version];
        var file = Path.Combine(Directory.CreateDirectory(Root(entry)).FullName, HistoryFile);
        File.WriteAllLines(file + ".new", kept.Select(one => one.ToString()));
        File.Move(file + ".new", file, overwrite: true);
        Tidy(entry);
    }

    /// <summary>Takes away what never served, or no longer counts.</summary>
    public void Tidy(string entry)
    {
        if (!Directory.Exists(Root(entry))) return;
        var kept = History(entry).Select(one => FolderOf(entry, one.Hash)).ToHashSet(StringComparer.Ordinal);
        foreach (var folder in Directory.GetDirectories(Root(entry)).Where(folder => !kept.Contains(folder))) Directory.Delete(folder, recursive: true);
        foreach (var package in Directory.GetFiles(Root(entry), "*" + PackageEnd).Where(package => !kept.Contains(package[..^PackageEnd.Length]))) File.Delete(package);
    }

    /// <summary>The entries whose operator has a code.</summary>
    public IEnumerable<string> EntriesOf(string code) => !Directory.Exists(data.File("operators")) ? [] : Directory
        .GetDirectories(data.File("operators")).Select(folder => Path.GetFileName(folder)).Where(entry => History(entry) is [.., { } last] && last.Code == code);

    /// <summary>Puts the files of a version back into the operators' folder, in the place of what is there.</summary>
    public void Restore(string root, string entry, ServedVersion version)
    {
        var (folder, target) = (FolderOf(entry, version.Hash), Path.Combine(root, entry));
        var (incoming, outgoing) = (Path.Combine(root, $".{entry}.new"), Path.Combine(root, $".{entry}.old"));
        foreach (var left in new[] { incoming, outgoing }.Where(Directory.Exists)) Directory.Delete(left, recursive: true);
        if (File.Exists(PackageOf(folder)))
        {
            File.Copy(PackageOf(folder), incoming, overwrite: true);
            File.Move(incoming, target, overwrite: true);
            return;
        }

        OperatorSource.Read(folder).WriteTo(incoming);
        if (Directory.Exists(target)) Directory.Move(target, outgoing);
        Directory.Move(incoming, target);
        if (Directory.Exists(outgoing)) Directory.Delete(outgoing, recursive: true);
    }

    private static string PackageOf(string folder) => folder + PackageEnd;

    private string Root(string entry) => Path.Combine(data.File("operators"), entry);

    private string FolderOf(string entry, string hash) => Path.Combine(Root(entry), hash[..ShortHash]);
}

/// <summary>A version that served.</summary>
/// <param name="IsSigned">Whether it carried a signature that counted.</param>
internal sealed record ServedVersion(string Hash, string Code, bool IsSigned, string Version)
{
    public static ServedVersion? Parse(string line) => line.Split(' ', 4) is [var hash, var code, var signed, var version]
        ? new ServedVersion(hash, code, signed == "signed", version)
        : null;

    public override string ToString() => $"{Hash} {Code} {(IsSigned ? "signed" : "unsigned")} {Version}";
}
