using BotPhone.Hosting;
using Microsoft.Extensions.Options;

namespace BotPhone.Browsers;

/// <summary>Where the browser and its driver are. Nothing is ever looked up on the internet.</summary>
internal sealed class BrowserPrograms
{
    private static readonly string[] BrowserNames = ["chromium", "chromium-browser", "google-chrome", "chrome.exe"];
    private static readonly string[] DriverNames = ["chromedriver", "chromedriver.exe"];

    public BrowserPrograms(IOptions<BrowserOptions> options)
    {
        Browser = Locate("Browser:Binary", options.Value.Binary, BrowserNames);
        Driver = Locate("Browser:Driver", options.Value.Driver, DriverNames);
    }

    public string Browser { get; }

    public string Driver { get; }

    private static string Locate(string key, string? configured, string[] names)
    {
        if (configured is { Length: > 0 })
            return File.Exists(configured) ? Path.GetFullPath(configured) : throw new StartupException($"{key}: o arquivo '{configured}' não existe");

        var found = SearchPath().SelectMany(folder => names.Select(name => Path.Combine(folder, name))).FirstOrDefault(File.Exists);
        return found ?? throw new StartupException(
            $"{key}: não encontrei {names[0]} nesta máquina. Instale com 'apt-get install chromium chromium-driver' ou indique o caminho");
    }

    private static IEnumerable<string> SearchPath() =>
    [
        .. (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries),
        Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.ProgramFiles), "Google", "Chrome", "Application"),
    ];
}
