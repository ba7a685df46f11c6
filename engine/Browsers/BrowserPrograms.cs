using BotPhone.Hosting;
using Microsoft.Extensions.Options;

namespace BotPhone.Browsers;

/// <summary>Where the browser and its driver are. Nothing is ever looked up on the internet.</summary>
internal sealed class BrowserPrograms
{
    // Without a window the shell does the same with a third of the processor's time.
    private static readonly string[] ShellNames = ["chromium-headless-shell", "chrome-headless-shell"];
    private static readonly string[] ChromeNames = ["chromium", "chromium-browser", "google-chrome", "chrome.exe"];

    public BrowserPrograms(IOptions<BrowserOptions> options)
    {
        var wanted = options.Value;
        (string[] browsers, string[] drivers, string packages) = wanted.IsFirefox
            ? (["firefox-esr", "firefox", "firefox.exe"], ["geckodriver", "geckodriver.exe"], "firefox-esr, e o geckodriver")
            : ((string[])[.. wanted.Headless ? ShellNames : [], .. ChromeNames], (string[])["chromedriver", "chromedriver.exe"], "chromium chromium-driver");
        Browser = Locate("Browser:Binary", wanted.Binary, browsers, packages);
        Driver = Locate("Browser:Driver", wanted.Driver, drivers, packages);
    }

    public string Browser { get; }

    public string Driver { get; }

    private static string Locate(string key, string? configured, string[] names, string packages)
    {
        if (configured is { Length: > 0 })
            return File.Exists(configured) ? Path.GetFullPath(configured) : throw new StartupException($"{key}: o arquivo '{configured}' não existe");

        var found = names.SelectMany(name => SearchPath().Select(folder => Path.Combine(folder, name))).FirstOrDefault(File.Exists);
        return found ?? throw new StartupException(
            $"{key}: não encontrei {names[^1]} nesta máquina. Instale com 'apt-get install {packages}' ou indique o caminho");
    }

    private static IEnumerable<string> SearchPath() =>
    [
        .. (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries),
        Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.ProgramFiles), "Google", "Chrome", "Application"),
    ];
}
