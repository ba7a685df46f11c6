using System.Text;

namespace BotPhone.Tests.Documents.Names;

/// <summary>
/// What Linux and Windows say of a name, written from their documentation and not from ours
/// (https://learn.microsoft.com/windows/win32/fileio/naming-a-file).
/// </summary>
internal static class FileSystemRules
{
    private static readonly string[] Reserved =
    [
        "CON", "PRN", "AUX", "NUL", "CONIN$", "CONOUT$",
        "COM0", "COM1", "COM2", "COM3", "COM4", "COM5", "COM6", "COM7", "COM8", "COM9", "COM¹", "COM²", "COM³",
        "LPT0", "LPT1", "LPT2", "LPT3", "LPT4", "LPT5", "LPT6", "LPT7", "LPT8", "LPT9", "LPT¹", "LPT²", "LPT³",
    ];

    /// <summary>Why a relative path is none on one of them, or leaves the folder in which it begins; null when it is one.</summary>
    public static string? FaultOf(string path)
    {
        if (path.Length == 0) return "empty";
        if (path[0] is '/' or '\\' || path.Contains(':', StringComparison.Ordinal)) return "absolute";
        var depth = 0;
        foreach (var name in path.Split('/', '\\'))
        {
            if (name == "..") depth--;
            else if (name != ".") depth++;
            if (depth < 1) return "outside";
            if (OnWindows(name) is { } fault) return $"Windows: {fault} in '{name}'";
            if (Encoding.UTF8.GetByteCount(name) > 255 || name.Contains('\0', StringComparison.Ordinal)) return $"Linux: '{name}'";
        }

        // The root has its share of what Linux allows.
        return Encoding.UTF8.GetByteCount(path) > 3000 ? "too long" : null;
    }

    private static string? OnWindows(string name)
    {
        if (name.Length is 0 or > 255) return "length";
        if (name.FirstOrDefault(letter => letter < 32 || "<>:\"/\\|?*".Contains(letter, StringComparison.Ordinal), ' ') is not ' ' and var letter) return $"'{letter}'";
        if (name[^1] is '.' or ' ') return "end";
        var stem = name[..(name.IndexOf('.', StringComparison.Ordinal) is >= 0 and var dot ? dot : name.Length)].TrimEnd(' ');
        return Reserved.Contains(stem, StringComparer.OrdinalIgnoreCase) ? "reserved" : null;
    }
}
