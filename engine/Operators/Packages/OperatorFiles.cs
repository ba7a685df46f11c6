using System.Security.Cryptography;
using System.Text;

namespace BotPhone.Operators;

/// <summary>All files of an operator, as they were at one moment.</summary>
/// <param name="name">Of its assembly, without <c>.dll</c>.</param>
/// <param name="files">By their paths, with <c>/</c>.</param>
internal sealed class OperatorFiles(string name, IReadOnlyDictionary<string, byte[]> files)
{
    public const string SettingsFile = "operator.json";
    public const string ManifestFile = "manifest.sha256";
    public const string SignatureFile = "manifest.sha256.p7s";

    /// <summary>More than an operator ever needs: what is larger is a mistake or an attack.</summary>
    public const int MostFiles = 2_000;
    public const long MostBytes = 256 * 1024 * 1024;

    public string Name => name;

    public string Assembly { get; } = name + ".dll";

    public IReadOnlyDictionary<string, byte[]> All => files;

    /// <summary>The package that they came in, byte for byte; null when they came as a folder.</summary>
    public byte[]? Package { get; init; }

    /// <summary>A line for each file, with its SHA-256, as the program <c>sha256sum</c> writes it.</summary>
    public string Manifest => field ??= Lines(file => file is not (ManifestFile or SignatureFile));

    /// <summary>Tells these files from any others.</summary>
    public string Hash => field ??= HashOf(Encoding.UTF8.GetBytes(Lines(_ => true)));

    /// <summary>The same for two that differ in their settings and signature only.</summary>
    public string CodeHash => field ??= HashOf(Encoding.UTF8.GetBytes(Lines(file => file is not (SettingsFile or ManifestFile or SignatureFile))));

    public void WriteTo(string folder)
    {
        Directory.CreateDirectory(folder);
        foreach (var (path, content) in files)
        {
            var target = Path.Combine(folder, path);
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.WriteAllBytes(target, content);
        }
    }

    private string Lines(Func<string, bool> wanted) => string.Concat(files
        .Where(file => wanted(file.Key))
        .OrderBy(file => file.Key, StringComparer.Ordinal)
        .Select(file => $"{HashOf(file.Value)}  {file.Key}\n"));

    private static string HashOf(byte[] content) => Convert.ToHexStringLower(SHA256.HashData(content));
}
