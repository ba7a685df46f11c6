using BotPhone.Hosting;
using BotPhone.Jobs;
using BotPhone.Sdk;
using Microsoft.Extensions.Options;
using OpenQA.Selenium;
using OpenQA.Selenium.Chrome;

namespace BotPhone.Browsers;

/// <summary>Starts a Chromium of its own for every session.</summary>
internal sealed class BrowserLauncher(BrowserPrograms programs, IOptions<BrowserOptions> options, DataFolder data, TimeProvider time, ILogger<BrowserLauncher> log) : IBrowsers
{
    private readonly BrowserOptions _options = options.Value;

    public async Task<IBrowserSession> OpenAsync(SessionNeeds needs, CancellationToken cancellation)
    {
        var session = new BrowserSession(SessionFolder.Create(data), log);
        try
        {
            var pins = await CertificatePins.OfAsync(needs.SelfSigned, cancellation);
            await Task.Run(() => session.Start(NewService(session.Folder), NewOptions(session.Folder, pins), _options.PageTimeout + TimeSpan.FromSeconds(30)), cancellation)
                .WaitAsync(cancellation);
            await session.OpenPortalAsync(new PortalOptions
            {
                DownloadFolder = session.Folder.Downloads,
                PageTimeout = _options.PageTimeout,
                ElementTimeout = _options.ElementTimeout,
                DownloadTimeout = _options.DownloadTimeout,
                Secrets = needs.Secrets,
                Log = needs.Log,
                Time = time,
                Cancellation = cancellation,
            });
            return session;
        }
        catch (Exception exception)
        {
            await session.DisposeAsync();
            if (exception is not (WebDriverException or InvalidOperationException)) throw;
            throw new OperatorException(ErrorCode.PortalUnavailable, "o navegador não pôde ser iniciado", exception);
        }
    }

    private ChromeDriverService NewService(SessionFolder folder)
    {
        var service = ChromeDriverService.CreateDefaultService(Path.GetDirectoryName(programs.Driver)!, Path.GetFileName(programs.Driver));
        service.HideCommandPromptWindow = true;
        service.SuppressInitialDiagnosticInformation = true;
        service.DriverProcessStarting += (_, starting) => folder.Mark(starting.DriverServiceProcessStartInfo);
        return service;
    }

    private ChromeOptions NewOptions(SessionFolder folder, IReadOnlyList<string> pins)
    {
        var chrome = new ChromeOptions 
        {
            BinaryLocation = programs.Browser,
            UseWebSocketUrl = true,
            // A page's own dialogs would make the next call fail; what they say is logged.
            UnhandledPromptBehavior = UnhandledPromptBehavior.Accept,
        };
        if (_options.Headless) chrome.AddArgument("--headless");
        // The sandbox cannot work for root.
        if (!OperatingSystem.IsWindows() && Environment.IsPrivilegedProcess) chrome.AddArgument("--no-sandbox");
        chrome.AddArguments(
            $"--user-data-dir={folder.Profile}",
            "--window-size=1366,900",
            "--disable-gpu",
            "--disable-dev-shm-usage",
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
        if (pins.Count > 0) chrome.AddArgument($"--ignore-certificate-errors-spki-list={string.Join(',', pins)}");
        chrome.AddArguments(_options.Arguments);
        // Without these an inline PDF opens the viewer and gives no file, and the second file of one click is lost.
        chrome.AddUserProfilePreference("plugins.always_open_pdf_externally", true);
        chrome.AddUserProfilePreference("profile.default_content_setting_values.automatic_downloads", 1);
        chrome.AddUserProfilePreference("credentials_enable_service", false);
        chrome.AddUserProfilePreference("profile.password_manager_enabled", false);
        return chrome;
    }
}
