using BotPhone.Invoices;
using BotPhone.Sdk;
using OpenQA.Selenium;
using OpenQA.Selenium.Chrome;

namespace BotPhone.Browsers;

/// <summary>Starts Chromium, or its shell without a window.</summary>
internal static class ChromeLauncher
{
    public static DriverService NewService(string driver) => ChromeDriverService.CreateDefaultService(Path.GetDirectoryName(driver)!, Path.GetFileName(driver));

    public static WebDriver Start(DriverService service, DriverOptions options, TimeSpan commandTimeout) =>
        new ChromeDriver((ChromeDriverService)service, (ChromeOptions)options, commandTimeout);

    public static ChromeOptions NewOptions(string binary, BrowserOptions settings, BrowserSession session, IReadOnlyList<ShownCertificate> selfSigned)
    {
        var chrome = PortalBrowser.NewChromeOptions(binary, session.Folder.Profile, settings.Headless);
        if (selfSigned.Count > 0) chrome.AddArgument(SelfSignedHosts.ChromeArgument(selfSigned));
        chrome.AddArguments(settings.Arguments);
        // Last, since the last of two equal ones counts.
        chrome.AddArguments(session.Gate.ChromeArguments);
        return chrome;
    }
}
