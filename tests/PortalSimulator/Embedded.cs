using System.Text;

namespace BotPhone.PortalSimulator;

/// <summary>The files that are built into the assembly, by their path in the project.</summary>
internal static class Embedded
{
    public static byte[] Bytes(string path) => TryBytes(path) ?? throw new FileNotFoundException($"{path} is not embedded.", path);

    public static string Text(string path) => Encoding.UTF8.GetString(Bytes(path));

    public static byte[]? TryBytes(string path)
    {
        using var stream = typeof(Embedded).Assembly.GetManifestResourceStream(path);
        if (stream is null)
            return null;
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }
}
