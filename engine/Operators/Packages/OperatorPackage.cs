using System.IO.Compression;

namespace BotPhone.Operators;

/// <summary>
/// An operator in one file. A <c>.zip</c> holds what its folder would, at the root or in one folder; a <c>.nupkg</c> holds it under
/// <c>lib/{framework}/</c>. Hostile ones are assumed.
/// </summary>
internal static class OperatorPackage
{
    private const string Dependencies = ".deps.json";

    /// <exception cref="RejectedException">It is no package, or holds no operator.</exception>
    public static OperatorFiles Read(string fileName, byte[] content)
    {
        try
        {
            using var archive = new ZipArchive(new MemoryStream(content, writable: false));
            var all = Unpack(archive);
            var (main, files) = Path.GetExtension(fileName).Equals(".nupkg", StringComparison.OrdinalIgnoreCase) ? OfNuGet(all) : OfZip(all, Path.GetFileNameWithoutExtension(fileName));
            return new OperatorFiles(main, files) { Package = content };
        }
        catch (InvalidDataException exception)
        {
            throw new RejectedException("o pacote está corrompido ou incompleto", exception);
        }
    }

    private static Dictionary<string, byte[]> Unpack(ZipArchive archive)
    {
        if (archive.Entries.Count > OperatorFiles.MostFiles) throw new RejectedException($"o pacote tem mais de {OperatorFiles.MostFiles} arquivos");
        var files = new Dictionary<string, byte[]>(StringComparer.Ordinal);
        var left = OperatorFiles.MostBytes;
        foreach (var entry in archive.Entries.Where(entry => entry.Name.Length > 0))
        {
            var name = entry.FullName.Replace('\\', '/');
            if (name.StartsWith('/') || name.Contains(':', StringComparison.Ordinal) || name.Split('/').Any(part => part is ".." or "." or ""))
                throw new RejectedException($"o pacote traz um caminho que sai da pasta ('{entry.FullName}')");
            files[name] = Unpack(entry, ref left);
        }

        return files;
    }

    private static byte[] Unpack(ZipArchiveEntry entry, ref long left)
    {
        using var source = entry.Open();
        using var target = new MemoryStream();
        var buffer = new byte[81920];
        for (int read; (read = source.Read(buffer)) > 0;)
        {
            // What the directory says of a length is only its word.
            if ((left -= read) < 0) throw new RejectedException($"o pacote tem mais de {OperatorFiles.MostBytes / 1024 / 1024} MB");
            target.Write(buffer.AsSpan(0, read));
        }

        return target.ToArray();
    }

    // The main assembly is the one that lists its dependencies, else the one of the package's own name.
    private static (string Main, Dictionary<string, byte[]> Files) OfZip(Dictionary<string, byte[]> all, string packageName)
    {
        string[] mains = [.. all.Keys.Where(path => path.EndsWith(Dependencies, StringComparison.Ordinal)).Select(path => path[..^Dependencies.Length]).Where(stem => all.ContainsKey(stem + ".dll"))];
        if (mains.Length == 0) mains = [.. new[] { packageName, $"{packageName}/{packageName}" }.Where(stem => all.ContainsKey(stem + ".dll"))];
        return mains switch
        {
            [var main] => Below(all, main),
            [] => throw new RejectedException($"o pacote não traz o assembly da operadora: falta um .dll com o seu {Dependencies}, ou {packageName}.dll"),
            _ => throw new RejectedException($"o pacote traz {mains.Length} assemblies com {Dependencies}: cada pacote traz uma operadora só"),
        };
    }

    private static (string Main, Dictionary<string, byte[]> Files) OfNuGet(Dictionary<string, byte[]> all)
    {
        var id = all.Keys.FirstOrDefault(path => !path.Contains('/', StringComparison.Ordinal) && path.EndsWith(".nuspec", StringComparison.Ordinal)) is { } nuspec
            ? Path.GetFileNameWithoutExtension(nuspec)
            : throw new RejectedException("o pacote NuGet não tem .nuspec");
        var main = all.Keys.Where(path => path.StartsWith("lib/", StringComparison.Ordinal) && path.EndsWith($"/{id}.dll", StringComparison.Ordinal)).Order(StringComparer.Ordinal).LastOrDefault()
            ?? throw new RejectedException($"o pacote NuGet não traz lib/…/{id}.dll");
        return Below(all, main[..^".dll".Length]);
    }

    private static (string Main, Dictionary<string, byte[]> Files) Below(Dictionary<string, byte[]> all, string main)
    {
        var root = main[..(main.LastIndexOf('/') + 1)];
        return (main[root.Length..], all.Where(file => file.Key.StartsWith(root, StringComparison.Ordinal)).ToDictionary(file => file.Key[root.Length..], file => file.Value, StringComparer.Ordinal));
    }
}
