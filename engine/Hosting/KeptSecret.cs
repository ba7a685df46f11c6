using System.Security.Cryptography;

namespace BotPhone.Hosting;

/// <summary>A random secret in a file that only its owner can read, made at the first start.</summary>
internal static class KeptSecret
{
    private const int Bytes = 32;

    public static string Read(string file)
    {
        try
        {
            if (!File.Exists(file)) Generate(file);
            var secret = File.ReadAllText(file).Trim();
            return secret.Length >= Bytes
                ? secret
                : throw new StartupException($"{file} não contém um segredo válido: apague-o para gerar outro (o que depende do antigo deixa de valer)");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new StartupException($"O segredo {file} não pode ser lido: {exception.Message}");
        }
    }

    // Written aside and moved, so that two that start at once end with the same secret.
    private static void Generate(string file)
    {
        var temporary = $"{file}.{Guid.NewGuid():N}";
        var open = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows()) open.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using (var writer = new StreamWriter(temporary, open)) writer.Write(Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(Bytes)));
        try
        {
            File.Move(temporary, file, overwrite: false);
        }
        catch (IOException) when (File.Exists(file))
        {
            File.Delete(temporary);
        }
    }
}
