using System.Diagnostics;

namespace BotPhone.Tests.Kit;

/// <summary>The processes that work in a browser session's folder, as the system lists them.</summary>
internal static class SessionProcesses
{
    public static IReadOnlyList<int> Of(string folder) => With($"TMPDIR={folder}/");

    /// <summary>Those that a published server on a data folder started, and itself.</summary>
    public static IReadOnlyList<int> OfServer(string data) => With($"Data__Path={data}\0");

    public static void Kill(string folder)
    {
        foreach (var id in Of(folder))
        {
            try
            {
                using var process = Process.GetProcessById(id);
                process.Kill();
            }
            catch (ArgumentException)
            {
                // Went with its parent.
            }
        }
    }

    private static IReadOnlyList<int> With(string setting) =>
    [
        .. Directory.GetDirectories("/proc").Select(Path.GetFileName).Where(name => int.TryParse(name, out _)).Select(name => int.Parse(name!, null))
            .Where(id => Environment(id).Contains(setting, StringComparison.Ordinal)),
    ];

    private static string Environment(int id)
    {
        try
        {
            return File.ReadAllText($"/proc/{id}/environ");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return "";
        }
    }
}
