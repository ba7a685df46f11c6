using System.Diagnostics;
using System.Globalization;
using BotPhone.Hosting;
using BotPhone.Invoices;

namespace BotPhone.Browsers;

/// <summary>
/// Everything that a browser session leaves on the disk. It is also how the session's processes are known: they and only they
/// have it as their folder for temporary files.
/// </summary>
/// <remarks>
/// It lies in the machine's folder for temporary files, since the browser opens a socket in it whose whole path may have 107
/// characters; a note under <c>Data:Path</c> says where, for the start after a crash.
/// </remarks>
internal sealed class SessionFolder
{
    private const int MaxRounds = 5;
    private readonly string _note;

    private SessionFolder(string root, string note)
    {
        Root = root;
        _note = note;
    }

    public string Root { get; }

    public string Profile => Path.Combine(Root, "profile");

    public string Downloads => Path.Combine(Root, "downloads");

    private string Temporary => Path.Combine(Root, "tmp");

    public static SessionFolder Create(DataFolder data)
    {
        var root = Directory.CreateTempSubdirectory("botphone-").FullName;
        var folder = new SessionFolder(root, Path.Combine(Notes(data), Path.GetFileName(root)));
        File.WriteAllText(folder._note, root);
        Directory.CreateDirectory(folder.Profile);
        Directory.CreateDirectory(folder.Downloads);
        Directory.CreateDirectory(folder.Temporary);
        return folder;
    }

    /// <summary>The folders that a process which died has left behind.</summary>
    public static IEnumerable<SessionFolder> LeftIn(DataFolder data) =>
        Directory.GetFiles(Notes(data)).Select(note => new SessionFolder(File.ReadAllText(note), note));

    public void Mark(ProcessStartInfo driver)
    {
        foreach (var name in new[] { "TMPDIR", "TMP", "TEMP" }) driver.Environment[name] = Temporary;
    }

    /// <summary>
    /// Ends every process of the session and removes what they left. Looks again until nothing comes back: a browser that is
    /// being killed may start a child, or write once more.
    /// </summary>
    /// <returns>How many processes were ended.</returns>
    /// <exception cref="IOException">Something in the folder could not be removed.</exception>
    public int End()
    {
        var ended = 0;
        for (var round = 1; ; round++)
        {
            var killed = KillProcesses();
            ended += killed;
            var removed = TryRemove(isLast: round == MaxRounds);
            if ((killed == 0 && removed) || round == MaxRounds) break;
        }

        File.Delete(_note);
        return ended;
    }

    private bool TryRemove(bool isLast)
    {
        try
        {
            if (Directory.Exists(Root)) Directory.Delete(Root, recursive: true);
            return true;
        }
        catch (IOException) when (!isLast)
        {
            // A file appeared while its folder was being removed.
            return false;
        }
    }

    /// <summary>What the session's processes hold in memory for themselves, in bytes; 0 where the system does not show it.</summary>
    public long Memory() => Processes().Sum(PrivateMemory);

    private int KillProcesses() => Processes().Count(ProcessTree.Kill);

    // Whoever their parent is by now. Only Linux shows the environment of a process.
    private IEnumerable<int> Processes()
    {
        if (!OperatingSystem.IsLinux()) yield break;
        var mark = $"TMPDIR={Temporary}";
        foreach (var entry in Directory.EnumerateDirectories("/proc"))
            if (int.TryParse(Path.GetFileName(entry), out var id) && id != Environment.ProcessId && HasEnvironment(entry, mark)) yield return id;
    }

    private static long PrivateMemory(int id)
    {
        try
        {
            var pages = File.ReadAllText($"/proc/{id}/statm").Split(' ');
            return (long.Parse(pages[1], CultureInfo.InvariantCulture) - long.Parse(pages[2], CultureInfo.InvariantCulture)) * Environment.SystemPageSize;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // Gone in the meantime.
            return 0;
        }
    }

    private static string Notes(DataFolder data) => Directory.CreateDirectory(data.File("sessions")).FullName;

    private static bool HasEnvironment(string process, string mark)
    {
        try
        {
            return File.ReadAllText(Path.Combine(process, "environ")).Split('\0').Contains(mark);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // Gone in the meantime, or somebody else's.
            return false;
        }
    }
}
