using BotPhone.Invoices;
using BotPhone.Sdk;
using OpenQA.Selenium;
using OpenQA.Selenium.Chrome;

namespace BotPhone.Browsers;

/// <summary>Starts Chromium, or its shell without a window.</summary>
internal static class ChromeLauncher
{
    // A browser that takes longer to start is not well.
    private static readonly TimeSpan CommandTimeout = TimeSpan.FromSeconds(90);

    public static DriverService NewService(string driver) => ChromeDriverService.CreateDefaultService(Path.GetDirectoryName(driver)!, Path.GetFileName(driver));

    /// <param name="service">Its driver.</param>
    /// <param name="how">Its program and arguments.</param>
    /// <param name="folder">Where it works.</param>
    /// <param name="gate">Where its own windows lead, which serve nobody.</param>
    public static WebDriver Start(DriverService service, ChromeStart how, SessionFolder folder, SessionGate gate)
    {
        var chrome = PortalBrowser.NewChromeOptions(how.Browser, folder.Profile, how.Headless);
        chrome.AddArguments(how.Arguments);
        // Last, since the last of two equal ones counts.
        chrome.AddArguments(gate.ChromeArguments);
        return new ChromeDriver((ChromeDriverService)service, chrome, CommandTimeout);
    }
}
