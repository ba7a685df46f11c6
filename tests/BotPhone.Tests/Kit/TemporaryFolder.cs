namespace BotPhone.Tests.Kit;

/// <summary>A folder that is gone after the test.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("botphone-test-");

    public string Path => _folder.FullName;

    public string File(string name) => System.IO.Path.Combine(Path, name);

    public void Dispose() => _folder.Delete(recursive: true);

    /// <summary>Copies a plugin's build output, as a person drops it into a server's folder.</summary>
    public string Drop(string project, string? under = null)
    {
        var target = System.IO.Path.Combine(Path, "plugins", under ?? project);
        Directory.CreateDirectory(target);
        foreach (var file in Directory.GetFiles(Repository.OutputOf(project))) Copy(file, System.IO.Path.Combine(target, System.IO.Path.GetFileName(file)));
        return target;
    }

    // As cp does it: .NET's own copying asks for the file alone, and fails while a server reads it.
    private static void Copy(string source, string target)
    {
        using var from = System.IO.File.OpenRead(source);
        using var to = new FileStream(target, FileMode.Create, FileAccess.Write, FileShare.ReadWrite);
        from.CopyTo(to);
    }
}
