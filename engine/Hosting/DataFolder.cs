using Microsoft.Extensions.Configuration;

namespace BotPhone.Hosting;

/// <summary>The folder <c>Data:Path</c>: everything that the server keeps, readable by its owner only.</summary>
internal sealed class DataFolder
{
    public DataFolder(IConfiguration configuration)
    {
        var path = configuration["Data:Path"] is { Length: > 0 } configured ? configured : "./data";
        try
        {
            Root = Directory.CreateDirectory(Path.GetFullPath(path)).FullName;
            if (!OperatingSystem.IsWindows())
                System.IO.File.SetUnixFileMode(Root, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw new StartupException($"Data:Path '{path}' não pode ser usado: {exception.Message}");
        }
    }

    public string Root { get; }

    public string File(string name) => Path.Combine(Root, name);
}
