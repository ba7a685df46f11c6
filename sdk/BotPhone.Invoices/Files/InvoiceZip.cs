using System.IO.Compression;
using BotPhone.Sdk;

namespace BotPhone.Invoices;

/// <summary>A ZIP that a portal gave. Hostile ones are assumed: nothing is written by a name of theirs, and nothing without end.</summary>
internal static class InvoiceZip
{
    private const int MostEntries = 100;
    private const long MostBytes = 200 * 1024 * 1024;

    /// <summary>Whether a file is a ZIP by its bytes.</summary>
    public static bool Is(string file)
    {
        using var content = File.OpenRead(file);
        Span<byte> head = stackalloc byte[2];
        return content.ReadAtLeast(head, head.Length, throwOnEndOfStream: false) == head.Length && head.SequenceEqual("PK"u8);
    }

    /// <summary>Unpacks the files into the folder in which the ZIP is.</summary>
    /// <exception cref="OperatorException"><see cref="ErrorCode.InvalidZip"/>.</exception>
    public static IReadOnlyList<string> Unpack(string file)
    {
        try
        {
            using var zip = ZipFile.OpenRead(file);
            if (zip.Entries.Count > MostEntries) throw Invalid($"traz mais de {MostEntries} arquivos");
            if (zip.Entries.FirstOrDefault(entry => !IsSafe(entry.FullName)) is { } escaping) throw Invalid($"traz um caminho que sai da pasta ('{escaping.FullName}')");
            var left = MostBytes;
            return [.. zip.Entries.Where(entry => entry.Name.Length > 0).Select(entry => Unpack(entry, Path.GetDirectoryName(file)!, ref left))];
        }
        catch (InvalidDataException exception)
        {
            throw new OperatorException(ErrorCode.InvalidZip, "o arquivo ZIP está corrompido", exception);
        }
    }

    private static string Unpack(ZipArchiveEntry entry, string folder, ref long left)
    {
        var path = Path.Combine(folder, $"{Guid.NewGuid():N}.pdf");
        using var source = entry.Open();
        using var target = File.Create(path);
        var buffer = new byte[81920];
        for (int read; (read = source.Read(buffer)) > 0;)
        {
            // What the directory says of a length is the portal's word only.
            if ((left -= read) < 0) throw Invalid("é grande demais");
            target.Write(buffer.AsSpan(0, read));
        }

        return path;
    }

    private static bool IsSafe(string name) => StorageKey.TryParse(name.TrimEnd('/'), out _);

    private static OperatorException Invalid(string why) => new(ErrorCode.InvalidZip, $"o arquivo ZIP {why}");
}
