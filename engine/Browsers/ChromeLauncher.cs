using BotPhone.Jobs;
using OpenQA.Selenium;
using OpenQA.Selenium.Chrome;

namespace BotPhone.Browsers;

/// <summary>Starts Chromium, or its shell without a window.</summary>
internal static class ChromeLauncher
{
    public static DriverService NewService(string driver) => ChromeDriverService.CreateDefaultService(Path.GetDirectoryName(driver)!, Path.GetFileName(driver));

    public static WebDriver Start(DriverService service, DriverOptions options, TimeSpan commandTimeout) =>
        new ChromeDriver((ChromeDriverService)service, (ChromeOptions)options, commandTimeout);

    public static ChromeOptions NewOptions(string binary, BrowserOptions settings, SessionFolder folder, IReadOnlyList<ShownCertificate> selfSigned)
    {
        var chrome = new ChromeOptions { BinaryLocation = binary };
        if (settings.Headless) chrome.AddArgument("--headless");
        // The sandbox cannot work for root.
        if (!OperatingSystem.IsWindows() && Environment.IsPrivilegedProcess) chrome.AddArgument("--no-sandbox");
        chrome.AddArguments(
            $"--user-data-dir={folder.Profile}",
            "--window-size=1366,900",
            "--disable-gpu",
            "--disable-dev-shm-usage",
            "--disable-http2",
            "--disable-quic",
            "--disable-sync",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-default-apps",
            "--disable-extensions",
            "--no-first-run",
            "--no-default-browser-check",
            "--password-store=basic",
            "--lang=pt-BR");
        if (selfSigned.Count > 0)
            chrome.AddArgument($"--ignore-certificate-errors-spki-list={string.Join(',', selfSigned.Select(one => Convert.ToBase64String(one.KeyHash)))}");
        chrome.AddArguments(settings.Arguments);
        // Without these an inline PDF opens the viewer and gives no file, and the second file of one click is lost.
        chrome.AddUserProfilePreference("plugins.always_open_pdf_externally", true);
        chrome.AddUserProfilePreference("profile.default_content_setting_values.automatic_downloads", 1);
        chrome.AddUserProfilePreference("credentials_enable_service", false);
        chrome.AddUserProfilePreference("profile.password_manager_enabled", false);
        // A browser sends again by itself what it had sent on a connection that breaks, a password too, if that had served before or was
        // opened ahead: so none is opened ahead or shared over HTTP/2, and the portal asks for each to be closed until it is signed in.
        chrome.AddUserProfilePreference("net.network_prediction_options", 2);
        return chrome;
    }
}
