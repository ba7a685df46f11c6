using BotPhone.Jobs;
using BotPhone.Sdk;
using OpenQA.Selenium.Chrome;

namespace BotPhone.Tests.Kit;

/// <summary>A Chromium without a gate: for pages that are somebody's client, not a portal.</summary>
internal sealed class FreeBrowser : IBrowserSession
{
    private readonly TemporaryFolder _folder = new();
    private readonly ChromeDriver _driver;

    private FreeBrowser(params string[] arguments)
    {
        var chrome = PortalBrowser.NewChromeOptions(PortalBrowser.Find(PortalBrowser.ChromeNames(headless: true))!, _folder.File("profile"), headless: true);
        chrome.AddArguments(arguments);
        var driver = PortalBrowser.Find(PortalBrowser.ChromeDriverNames)!;
        _driver = new ChromeDriver(ChromeDriverService.CreateDefaultService(Path.GetDirectoryName(driver)!, Path.GetFileName(driver)), chrome);
    }

    public Portal Portal { get; private set; } = null!;

    public static async Task<FreeBrowser> StartAsync(params string[] arguments)
    {
        var browser = new FreeBrowser(arguments);
        browser.Portal = await Portal.OpenAsync(browser._driver, new PortalOptions { DownloadFolder = browser._folder.Path });
        return browser;
    }

    public Task<bool> RenewAsync(SessionNeeds needs, CancellationToken cancellation) => Task.FromResult(false);

    public async ValueTask DisposeAsync()
    {
        await Portal.DisposeAsync();
        _driver.Dispose();
        _folder.Dispose();
    }
}
