using System.Security.Cryptography;
using System.Text;
using BotPhone.Hosting;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.Tokens;

namespace BotPhone.Auth;

/// <summary>The secret behind all tokens: configured, or generated at the first start and kept readable by its owner only.</summary>
internal sealed class SigningSecret(IOptions<AuthOptions> options, DataFolder data)
{
    private const string FileName = "auth.secret";

    public SymmetricSecurityKey Key { get; } = new(Encoding.UTF8.GetBytes(options.Value.Secret ?? Kept(data.File(FileName))));

    private static string Kept(string file)
    {
        try
        {
            if (!File.Exists(file)) Generate(file);
            var secret = File.ReadAllText(file).Trim();
            return secret.Length >= AuthOptions.MinSecretBytes
                ? secret
                : throw new StartupException($"{file} não contém um segredo válido: apague-o para gerar outro (os tokens emitidos deixam de valer)");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new StartupException($"O segredo dos tokens não pode ser lido: {exception.Message}");
        }
    }

    // Written aside and moved, so that two that start at once end with the same secret.
    private static void Generate(string file)
    {
        var temporary = $"{file}.{Guid.NewGuid():N}";
        var open = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows()) open.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using (var writer = new StreamWriter(temporary, open)) writer.Write(Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32)));
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
