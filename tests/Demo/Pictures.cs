using System.Drawing;
using BotPhone.Sdk;
using OpenQA.Selenium;
using OpenQA.Selenium.Chrome;

namespace BotPhone.Demo;

/// <summary>Pictures of the dashboard, as whoever opens it sees it.</summary>
internal sealed class Pictures : IAsyncDisposable
{
    private static readonly Size Screen = new(1280, 800);
    private static readonly Size Phone = new(390, 844);

    private readonly DirectoryInfo _folder;
    private readonly DirectoryInfo _profile;
    private readonly ChromeDriver _driver;
    private readonly Uri _server;
    private Portal _portal = null!;

    private Pictures(string folder, Uri server)
    {
        _folder = Directory.CreateDirectory(folder);
        _server = server;
        _profile = Directory.CreateTempSubdirectory("botphone-pictures-");
        var chrome = PortalBrowser.NewChromeOptions(PortalBrowser.Find(PortalBrowser.ChromeNames(headless: true))!, _profile.FullName, headless: true);
        var driver = new FileInfo(PortalBrowser.Find(PortalBrowser.ChromeDriverNames)!);
        _driver = new ChromeDriver(ChromeDriverService.CreateDefaultService(driver.DirectoryName!, driver.Name), chrome);
    }

    /// <summary>Comes in with the server's token.</summary>
    public static async Task<Pictures> BeginAsync(string folder, Server server)
    {
        var pictures = new Pictures(folder, server.Address);
        pictures._portal = await Portal.OpenAsync(pictures._driver, new PortalOptions { DownloadFolder = pictures._profile.FullName });
        await pictures._portal.GoAsync(server.Address);
        await pictures._portal.FillAsync(new Selector { Name = "Token", Css = "input" }, server.Token);
        await pictures._portal.ClickAsync(new Selector { Name = "Entrar", Css = "button" });
        await pictures.SeesAsync("#ended");
        return pictures;
    }

    /// <summary>Takes what runs now, once some of it does; on a screen, and on a phone in the dark.</summary>
    public async Task TakeWhatRunsAsync()
    {
        await GoAsync("#/", ".running:nth-of-type(3) progress");
        Take("agora", Screen, "light");
        Take("agora-celular", Phone, "dark");
    }

    /// <summary>Takes a page.</summary>
    /// <param name="name">Of the picture.</param>
    /// <param name="path">Of the page, such as <c>#/faturas</c>.</param>
    /// <param name="css">What is there when the page is ready.</param>
    /// <param name="scheme"><c>light</c> or <c>dark</c>.</param>
    public async Task TakeAsync(string name, string path, string css, string scheme = "light")
    {
        await GoAsync(path, css);
        Take(name, Screen, scheme);
    }

    /// <summary>Takes what a spreadsheet looks like before it is sent.</summary>
    /// <param name="name">Of the picture.</param>
    /// <param name="path">Of the operator's page of spreadsheets.</param>
    /// <param name="lines">Of the spreadsheet, the first with the names of the columns.</param>
    public async Task TakeSheetAsync(string name, string path, IEnumerable<string> lines)
    {
        var sheet = Path.Combine(_profile.FullName, "faturas.csv");
        await File.WriteAllLinesAsync(sheet, lines);
        await _portal.GoAsync(new Uri(_server, path));
        await _portal.UploadAsync(new Selector { Name = "arquivo", Css = "input[type='file']" }, sheet);
        await SeesAsync(".lines tbody tr");
        Take(name, Screen, "light");
    }

    public async ValueTask DisposeAsync()
    {
        await _portal.DisposeAsync();
        _driver.Dispose();
        _profile.Delete(recursive: true);
    }

    private async Task GoAsync(string path, string css)
    {
        await _portal.GoAsync(new Uri(_server, path));
        await SeesAsync(css);
    }

    private Task SeesAsync(string css) => _portal.WaitForAsync(new Selector { Name = css, Css = css }, TimeSpan.FromMinutes(1));

    private void Take(string name, Size size, string scheme)
    {
        _driver.ExecuteCdpCommand("Emulation.setDeviceMetricsOverride", new() { ["width"] = size.Width, ["height"] = size.Height, ["deviceScaleFactor"] = 1, ["mobile"] = size == Phone });
        _driver.ExecuteCdpCommand("Emulation.setEmulatedMedia", new() { ["features"] = new[] { new Dictionary<string, object> { ["name"] = "prefers-color-scheme", ["value"] = scheme } } });
        // Two frames: what follows the size and the colours is drawn again.
        _driver.ExecuteAsyncScript("const done = arguments[0]; scrollTo(0, 0); requestAnimationFrame(() => requestAnimationFrame(() => requestAnimationFrame(done)));");
        _driver.GetScreenshot().SaveAsFile(Path.Combine(_folder.FullName, $"{name}.png"));
    }
}
