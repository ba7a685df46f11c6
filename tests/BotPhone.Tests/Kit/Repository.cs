namespace BotPhone.Tests.Kit;

/// <summary>Where things are in the checkout, found from where the tests run.</summary>
internal static class Repository
{
    public static string Root { get; } = FindRoot();

    /// <summary>Of the build that is tested.</summary>
    public static string Configuration { get; } = new DirectoryInfo(AppContext.BaseDirectory).Name;

    /// <summary>The build output of a project.</summary>
    public static string OutputOf(string project) => Path.Combine(Root, "artifacts", "bin", project, Configuration);

    /// <summary>The published server.</summary>
    public static string Published => Path.Combine(Root, "artifacts", "botphone");

    /// <summary>The published server of the version before this one; <c>./build.sh previous</c> takes it from the history.</summary>
    public static string Previous => Path.Combine(Root, "artifacts", "previous", File.ReadLines(Path.Combine(Root, "tests", "previous-version.txt")).Single(line => !line.StartsWith('#')));

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "BotPhone.sln"))) return folder.FullName;
        throw new InvalidOperationException("The tests do not run inside a checkout.");
    }
}
