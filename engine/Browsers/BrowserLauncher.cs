using System.Net.Sockets;
using System.Net.WebSockets;
using BotPhone.Browsers.Remote;
using BotPhone.Hosting;
using BotPhone.Invoices;
using BotPhone.Jobs;
using BotPhone.Sdk;
using Microsoft.Extensions.Options;
using OpenQA.Selenium;
using OpenQA.Selenium.BiDi;

namespace BotPhone.Browsers;

/// <summary>Opens every session in a place of its own: of a Chromium that is warm, or a Firefox that is started for it.</summary>
internal sealed class BrowserLauncher(BrowserPrograms programs, WarmBrowsers warm, IOptions<BrowserOptions> options, DataFolder data, RunningBrowsers running, TimeProvider time, ILogger<BrowserLauncher> log, BrowserGrid? grid = null) : IBrowsers
{
    private static readonly TimeSpan PatienceToLend = TimeSpan.FromSeconds(10);
    private readonly BrowserOptions _options = options.Value;

    private TimeSpan CommandTimeout => _options.PageTimeout + TimeSpan.FromSeconds(30);

    public async Task<IBrowserSession> OpenAsync(SessionNeeds needs, CancellationToken cancellation)
    {
        try
        {
            var selfSigned = await SelfSignedHosts.AskAsync(needs.SelfSigned, needs.Hosts, cancellation);
            var gate = SessionGate.Open(needs.Hosts, _options.MaxSessionBytes, needs.Log, warm.GateAddress);
            return _options.IsFirefox ? await StartFirefoxAsync(needs, gate, selfSigned, cancellation) : await OpenChromeAsync(needs, gate, selfSigned, cancellation);
        }
        // What is cancelled, though the job is not, is a command to which no answer came.
        catch (Exception exception) when (!cancellation.IsCancellationRequested && exception is
            WebDriverException or BiDiException or InvalidOperationException or TimeoutException or WebSocketException or HttpRequestException or SocketException or OperationCanceledException)
        {
            BrowsersLog.NotStarted(log, exception.Message);
            throw new OperatorException(ErrorCode.PortalUnavailable, "o navegador não pôde ser iniciado", exception);
        }
    }

    public Task EndThoseOfGoneNodesAsync() => grid?.EndThoseOfGoneNodesAsync() ?? Task.CompletedTask;

    private async Task<IBrowserSession> OpenChromeAsync(SessionNeeds needs, SessionGate gate, IReadOnlyList<ShownCertificate> selfSigned, CancellationToken cancellation)
    {
        var session = await LendAsync(How(selfSigned), gate, cancellation);
        try
        {
            await session.OpenPortalAsync(needs, cancellation);
            return session;
        }
        catch
        {
            await session.DisposeAsync();
            throw;
        }
    }

    private async Task<WarmSession> LendAsync(ChromeStart how, SessionGate gate, CancellationToken cancellation)
    {
        try
        {
            while (true)
                if (await TryLendAsync(await warm.RentAsync(how, cancellation), gate, cancellation) is { } session) return session;
        }
        catch
        {
            await gate.DisposeAsync();
            throw;
        }
    }

    // One that was warm may have died, or hang, since it was last used: another takes its place.
    private async Task<WarmSession?> TryLendAsync(WarmBrowser browser, SessionGate gate, CancellationToken cancellation)
    {
        var wasUsed = browser.Uses > 0;
        try
        {
            var place = await browser.LendAsync(gate, CommandTimeout, cancellation).WaitAsync(wasUsed ? PatienceToLend : CommandTimeout, cancellation);
            return new WarmSession(warm, browser, place, gate, NewPortal);
        }
        catch (Exception exception)
        {
            await warm.KillAsync(browser);
            if (!wasUsed || cancellation.IsCancellationRequested) throw;
            BrowsersLog.Died(log, exception.Message);
            return null;
        }
    }

    private ChromeStart How(IReadOnlyList<ShownCertificate> selfSigned) => new(
        programs.Browser, programs.Driver, _options.Headless, [.. selfSigned.Count > 0 ? [SelfSignedHosts.ChromeArgument(selfSigned)] : Array.Empty<string>(), .. _options.Arguments]);

    private async Task<IBrowserSession> StartFirefoxAsync(SessionNeeds needs, SessionGate gate, IReadOnlyList<ShownCertificate> selfSigned, CancellationToken cancellation)
    {
        var process = new BrowserProcess(SessionFolder.Create(data), running, log);
        var session = new BrowserSession(process, gate);
        try
        {
            var firefox = FirefoxLauncher.NewOptions(programs.Browser, _options, session, selfSigned);
            await Task.Run(() => process.Start(FirefoxLauncher.NewService(programs.Driver), service => FirefoxLauncher.Start(service, firefox, CommandTimeout)), cancellation).WaitAsync(cancellation);
            await session.OpenPortalAsync(NewPortal(needs, gate, cancellation) with { DownloadFolder = process.Folder.Downloads });
            return session;
        }
        catch
        {
            await session.DisposeAsync();
            throw;
        }
    }

    private PortalOptions NewPortal(SessionNeeds needs, SessionGate gate, CancellationToken cancellation) => new()
    {
        DownloadFolder = "",
        PageTimeout = _options.PageTimeout,
        ElementTimeout = _options.ElementTimeout,
        DownloadTimeout = _options.DownloadTimeout,
        MaxDownloadBytes = _options.MaxDownloadBytes,
        MaxWindows = _options.MaxWindows,
        Gate = gate,
        Secrets = needs.Secrets,
        BlockedUrls = needs.Blocked,
        FreshConnections = !_options.IsFirefox,
        Log = needs.Log,
        Time = time,
        Cancellation = cancellation,
    };
}
