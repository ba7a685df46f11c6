namespace BotPhone.Operators;

/// <summary>What stands in <c>Operators:Path</c> under one name: a folder, or a package dropped whole.</summary>
internal static class OperatorSource
{
    /// <summary>The names of all that may be an operator; what begins with a dot is on its way in or out.</summary>
    public static IEnumerable<string> In(string root) => Directory.Exists(root)
        ? Directory.EnumerateFileSystemEntries(root).Select(path => Path.GetFileName(path)).Where(name => Counts(root, name)).Order(StringComparer.Ordinal)
        : [];

    public static bool Counts(string root, string name) =>
        !name.StartsWith('.') && (Directory.Exists(Path.Combine(root, name)) || (IsPackage(name) && File.Exists(Path.Combine(root, name))));

    public static bool IsPackage(string name) => Path.GetExtension(name).ToLowerInvariant() is ".zip" or ".nupkg";

    /// <summary>What its files are like from outside; the same twice when nobody is writing them.</summary>
    public static string Stamp(string path)
    {
        IEnumerable<FileInfo> files = Directory.Exists(path) ? new DirectoryInfo(path).EnumerateFiles("*", SearchOption.AllDirectories) : [new FileInfo(path)];
        return string.Join('\n', files.Where(file => file.Exists).Select(file => $"{file.FullName} {file.Length} {file.LastWriteTimeUtc.Ticks}").Order(StringComparer.Ordinal));
    }

    /// <exception cref="RejectedException">It holds no operator.</exception>
    /// <exception cref="IOException">Someone is writing it, or has just taken it away.</exception>
    public static OperatorFiles Read(string path) => Directory.Exists(path) ? ReadFolder(path) : OperatorPackage.Read(Path.GetFileName(path), ReadFile(path));

    private static OperatorFiles ReadFolder(string folder)
    {
        var files = new Dictionary<string, byte[]>(StringComparer.Ordinal);
        var left = OperatorFiles.MostBytes;
        foreach (var file in new DirectoryInfo(folder).EnumerateFiles("*", SearchOption.AllDirectories))
        {
            if (files.Count == OperatorFiles.MostFiles) throw new RejectedException($"tem mais de {OperatorFiles.MostFiles} arquivos");
            if ((left -= file.Length) < 0) throw new RejectedException($"tem mais de {OperatorFiles.MostBytes / 1024 / 1024} MB");
            files.Add(Path.GetRelativePath(folder, file.FullName).Replace('\\', '/'), ReadFile(file.FullName));
        }

        return new OperatorFiles(Path.GetFileName(folder), files);
    }

    // Whoever wants to replace the file meanwhile may.
    private static byte[] ReadFile(string path)
    {
        using var content = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete);
        if (content.Length > OperatorFiles.MostBytes) throw new RejectedException($"tem mais de {OperatorFiles.MostBytes / 1024 / 1024} MB");
        var bytes = new byte[content.Length];
        content.ReadExactly(bytes);
        return bytes;
    }
}
