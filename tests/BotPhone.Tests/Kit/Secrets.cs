using System.Net;
using System.Text;

namespace BotPhone.Tests.Kit;

/// <summary>The forms in which a planted password could show.</summary>
internal static class Secrets
{
    public static IReadOnlyList<string> FormsOf(string secret) =>
    [
        .. new[]
        {
            secret, Uri.EscapeDataString(secret), WebUtility.UrlEncode(secret), WebUtility.HtmlEncode(secret), Convert.ToBase64String(Encoding.UTF8.GetBytes(secret)),
        }.Distinct(),
    ];

    /// <summary>Fails when a text holds a secret in any form.</summary>
    public static void AssertNotIn(string text, params IEnumerable<string> secrets) =>
        Assert.DoesNotContain(secrets.SelectMany(FormsOf), form => text.Contains(form, StringComparison.Ordinal));

    /// <summary>Fails when a file under a folder holds a secret in any form.</summary>
    public static void AssertInNoFile(string folder, params IEnumerable<string> secrets)
    {
        var forms = secrets.SelectMany(FormsOf).Select(form => (form, bytes: Encoding.UTF8.GetBytes(form))).ToList();
        foreach (var file in Directory.GetFiles(folder, "*", SearchOption.AllDirectories).Where(file => !file.EndsWith(".lock", StringComparison.Ordinal)))
        {
            if (TryRead(file) is not { } content) continue;
            foreach (var (form, bytes) in forms) Assert.False(content.AsSpan().IndexOf(bytes) >= 0, $"{file} holds {form}");
        }
    }

    // What the server removed in the meantime is gone.
    private static byte[]? TryRead(string file)
    {
        try
        {
            return Read(file);
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
    }

    /// <summary>A file's content, also while the server has it open.</summary>
    public static byte[] Read(string file)
    {
        using var content = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        using var bytes = new MemoryStream();
        content.CopyTo(bytes);
        return bytes.ToArray();
    }
}
