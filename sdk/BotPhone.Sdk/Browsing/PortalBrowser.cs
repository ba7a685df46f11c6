using OpenQA.Selenium;
using OpenQA.Selenium.Chrome;

namespace BotPhone.Sdk;

/// <summary>
/// How a browser must be started for <see cref="Portal"/>: for the server, the testing kit, and whoever else starts one. Operators get
/// theirs from <see cref="JobContext.OpenPortalAsync"/>.
/// </summary>
public static class PortalBrowser
{
    // Without a window the shell does the same with a third of the processor's time.
    private static readonly string[] Shells = ["chromium-headless-shell", "chrome-headless-shell"];
    private static readonly string[] Chromes = ["chromium", "chromium-browser", "google-chrome", "chrome.exe"];

    /// <summary>What a Chromium that shows a window or not may be called, the best first.</summary>
    /// <param name="headless">Without a window.</param>
    public static IReadOnlyList<string> ChromeNames(bool headless) => headless ? [.. Shells, .. Chromes] : Chromes;

    /// <summary>What Chromium's driver may be called.</summary>
    public static IReadOnlyList<string> ChromeDriverNames { get; } = ["chromedriver", "chromedriver.exe"];

    /// <summary>Looks for a program on this machine, never on the internet.</summary>
    /// <param name="names">What it may be called, the best first.</param>
    /// <returns>Its path, or <see langword="null"/>.</returns>
    public static string? Find(IEnumerable<string> names) =>
        names.SelectMany(name => SearchPath().Select(folder => Path.Combine(folder, name))).FirstOrDefault(File.Exists);

    /// <summary>What every Chromium needs to serve portals: files in the place of viewers, no questions, nothing sent ahead or by itself.</summary>
    /// <param name="binary">The browser's program.</param>
    /// <param name="profile">An empty folder of its own.</param>
    /// <param name="headless">Without a window.</param>
    public static ChromeOptions NewChromeOptions(string binary, string profile, bool headless)
    {
        var chrome = NewRemoteChromeOptions(headless);
        chrome.BinaryLocation = binary;
        // The sandbox cannot work for root.
        if (!OperatingSystem.IsWindows() && Environment.IsPrivilegedProcess) chrome.AddArgument("--no-sandbox");
        chrome.AddArgument($"--user-data-dir={profile}");
        return chrome;
    }

    /// <summary>As <see cref="NewChromeOptions"/>, for one on another machine, which has its program and profile from there.</summary>
    /// <param name="headless">Without a window.</param>
    public static ChromeOptions NewRemoteChromeOptions(bool headless)
    {
        var chrome = ForPortals(new ChromeOptions());
        if (headless) chrome.AddArgument("--headless");
        chrome.AddArguments(
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
            "--lang=pt-BR",
            // A page that prints itself would open a preview, and could not be printed while that is there.
            "--disable-print-preview");
        // Without these an inline PDF opens the viewer and gives no file, and the second file of one click is lost.
        chrome.AddUserProfilePreference("plugins.always_open_pdf_externally", true);
        chrome.AddUserProfilePreference("profile.default_content_setting_values.automatic_downloads", 1);
        chrome.AddUserProfilePreference("credentials_enable_service", false);
        chrome.AddUserProfilePreference("profile.password_manager_enabled", false);
        // A portal that asks for a name and a password over HTTP would get a window of the browser's own, which nobody answers and everything waits for.
        chrome.AddLocalStatePreference("auth.schemes", "");
        // A browser sends again by itself what it had sent on a connection that breaks, a password too, if that had served before or was
        // opened ahead: so none is opened ahead or shared over HTTP/2, and the portal asks for each to be closed until it is signed in.
        chrome.AddUserProfilePreference("net.network_prediction_options", 2);
        return chrome;
    }

    /// <summary>Sets what <see cref="Portal.OpenAsync"/> demands of any browser.</summary>
    /// <typeparam name="T">The browser's kind of options.</typeparam>
    /// <param name="options">The options, which are also returned.</param>
    public static T ForPortals<T>(T options)
        where T : DriverOptions
    {
        ArgumentNullException.ThrowIfNull(options);
        options.UseWebSocketUrl = true;
        // A page's own dialogs would make the next call fail; what they say is logged.
        options.UnhandledPromptBehavior = UnhandledPromptBehavior.Accept;
        return options;
    }

    private static IEnumerable<string> SearchPath() =>
    [
        .. (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries),
        Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.ProgramFiles), "Google", "Chrome", "Application"),
    ];
}
