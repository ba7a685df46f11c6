using BotPhone.Hosting;
using BotPhone.Sdk;
using Microsoft.Extensions.Options;

namespace BotPhone.Browsers;

/// <summary>Where the browser and its driver are. Nothing is ever looked up on the internet. Empty where a Grid has them.</summary>
internal sealed class BrowserPrograms
{
    public BrowserPrograms(IOptions<BrowserOptions> options)
    {
        var wanted = options.Value;
        if (wanted.RemoteUrl is not null) return;
        (IReadOnlyList<string> browsers, IReadOnlyList<string> drivers, string packages) = wanted.IsFirefox
            ? (["firefox-esr", "firefox", "firefox.exe"], ["geckodriver", "geckodriver.exe"], "firefox-esr, e o geckodriver")
            : (PortalBrowser.ChromeNames(wanted.Headless), PortalBrowser.ChromeDriverNames, "chromium chromium-driver");
        Browser = Locate("Browser:Binary", wanted.Binary, browsers, packages);
        Driver = Locate("Browser:Driver", wanted.Driver, drivers, packages);
    }

    public string Browser { get; } = "";

    public string Driver { get; } = "";

    private static string Locate(string key, string? configured, IReadOnlyList<string> names, string packages)
    {
        if (configured is { Length: > 0 })
            return File.Exists(configured) ? Path.GetFullPath(configured) : throw new StartupException($"{key}: o arquivo '{configured}' não existe");

        return PortalBrowser.Find(names) ?? throw new StartupException(
            $"{key}: não encontrei {names[^1]} nesta máquina. Instale com 'apt-get install {packages}' ou indique o caminho");
    }
}
