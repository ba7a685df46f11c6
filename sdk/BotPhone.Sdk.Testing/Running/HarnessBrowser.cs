using BotPhone.Invoices;
using Microsoft.Extensions.Logging;
using OpenQA.Selenium;
using OpenQA.Selenium.Chrome;

namespace BotPhone.Sdk.Testing;

/// <summary>A Chromium of its own, in a folder of its own; disposing it leaves neither.</summary>
internal sealed class HarnessBrowser : IAsyncDisposable
{
    private const int MaxRounds = 20;
    private static readonly TimeSpan PatienceToQuit = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("botphone-kit-");
    private readonly SessionGate _gate;
    private ChromeDriverService? _service;
    private ChromeDriver? _driver;
    private Portal? _portal;

    private HarnessBrowser(SessionGate gate) => _gate = gate;

    public Portal Portal => _portal!;

    /// <exception cref="OperatorException"><see cref="ErrorCode.PortalUnavailable"/>: the browser could not be started.</exception>
    public static async Task<HarnessBrowser> StartAsync(
        HarnessOptions options, ReachableHosts hosts, IReadOnlyList<string> blocked, IReadOnlyList<Uri> selfSigned, IReadOnlyList<string> secrets, ILogger log, CancellationToken cancellation)
    {
        var browser = new HarnessBrowser(SessionGate.Open(hosts, SessionGate.UsualMaxBytes, log));
        try
        {
            var accepted = await SelfSignedHosts.AskAsync(selfSigned, hosts, cancellation);
            await Task.Run(() => browser.Start(options, accepted), cancellation);
            browser._portal = await Portal.OpenAsync(browser._driver!, browser.PortalOptions(options, blocked, secrets, log, cancellation));
            return browser;
        }
        catch (Exception exception)
        {
            await browser.DisposeAsync();
            if (exception is not (WebDriverException or InvalidOperationException)) throw;
            throw new OperatorException(ErrorCode.PortalUnavailable, "o navegador não pôde ser iniciado", exception);
        }
    }

    public async ValueTask DisposeAsync()
    {
        try
        {
            await QuitAsync().WaitAsync(PatienceToQuit);
        }
        catch (Exception exception) when (exception is TimeoutException or WebDriverException or InvalidOperationException or HttpRequestException)
        {
            // It does not answer: its processes are ended without asking.
        }

        if (_service is { IsRunning: true, ProcessId: > 0 and var id }) ProcessTree.Kill(id);
        await RemoveAsync();
        await _gate.DisposeAsync();
    }

    private async Task QuitAsync()
    {
        if (_portal is not null) await _portal.DisposeAsync();
        await Task.Run(() => _driver?.Quit());
    }

    private void Start(HarnessOptions options, IReadOnlyList<ShownCertificate> accepted)
    {
        var driver = options.Driver ?? Need(PortalBrowser.ChromeDriverNames);
        var chrome = PortalBrowser.NewChromeOptions(options.Browser ?? Need(PortalBrowser.ChromeNames(options.Headless)), Folder("profile"), options.Headless);
        if (accepted.Count > 0) chrome.AddArgument(SelfSignedHosts.ChromeArgument(accepted));
        chrome.AddArguments(options.BrowserArguments);
        chrome.AddArguments(_gate.ChromeArguments);

        var temporary = Folder("tmp");
        _service = ChromeDriverService.CreateDefaultService(Path.GetDirectoryName(driver)!, Path.GetFileName(driver));
        _service.HideCommandPromptWindow = true;
        _service.SuppressInitialDiagnosticInformation = true;
        _service.DriverProcessStarting += (_, starting) =>
        {
            foreach (var name in new[] { "TMPDIR", "TMP", "TEMP" }) starting.DriverServiceProcessStartInfo.Environment[name] = temporary;
        };
        _driver = new ChromeDriver(_service, chrome, options.PageTimeout + TimeSpan.FromSeconds(30));
    }

    private PortalOptions PortalOptions(HarnessOptions options, IReadOnlyList<string> blocked, IReadOnlyList<string> secrets, ILogger log, CancellationToken cancellation) => new()
    {
        DownloadFolder = Folder("downloads"),
        PageTimeout = options.PageTimeout,
        ElementTimeout = options.ElementTimeout,
        DownloadTimeout = options.DownloadTimeout,
        Gate = _gate,
        Secrets = secrets,
        BlockedUrls = blocked,
        FreshConnections = true,
        Log = log,
        Time = options.Time,
        Cancellation = cancellation,
    };

    private string Folder(string name) => _folder.CreateSubdirectory(name).FullName;

    // A browser that is ending may write once more.
    private async Task RemoveAsync()
    {
        for (var round = 1; ; round++)
        {
            try
            {
                if (Directory.Exists(_folder.FullName)) Directory.Delete(_folder.FullName, recursive: true);
                return;
            }
            catch (IOException) when (round < MaxRounds)
            {
                await Task.Delay(Pause, TimeProvider.System);
            }
        }
    }

    private static string Need(IReadOnlyList<string> names) => PortalBrowser.Find(names)
        ?? throw new InvalidOperationException($"No {names[0]} on this machine: install it, or say in HarnessOptions where it is.");
}
