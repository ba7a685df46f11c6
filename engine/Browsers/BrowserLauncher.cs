using BotPhone.Hosting;
using BotPhone.Invoices;
using BotPhone.Jobs;
using BotPhone.Sdk;
using Microsoft.Extensions.Options;
using OpenQA.Selenium;

namespace BotPhone.Browsers;

/// <summary>Starts a browser of its own for every session.</summary>
internal sealed class BrowserLauncher(BrowserPrograms programs, IOptions<BrowserOptions> options, DataFolder data, RunningBrowsers running, TimeProvider time, ILogger<BrowserLauncher> log) : IBrowsers
{
    private readonly BrowserOptions _options = options.Value;

    public async Task<IBrowserSession> OpenAsync(SessionNeeds needs, CancellationToken cancellation)
    {
        var gate = SessionGate.Open(needs.Hosts, _options.MaxSessionBytes, needs.Log);
        var session = new BrowserSession(SessionFolder.Create(data), gate, running, log);
        running.Begin();
        try
        {
            var selfSigned = await SelfSignedHosts.AskAsync(needs.SelfSigned, needs.Hosts, cancellation);
            await Task.Run(() => session.Start(NewService(session.Folder), service => Start(service, session, selfSigned)), cancellation).WaitAsync(cancellation);
            await session.OpenPortalAsync(new PortalOptions
            {
                DownloadFolder = session.Folder.Downloads,
                PageTimeout = _options.PageTimeout,
                ElementTimeout = _options.ElementTimeout,
                DownloadTimeout = _options.DownloadTimeout,
                MaxDownloadBytes = _options.MaxDownloadBytes,
                MaxWindows = _options.MaxWindows,
                Gate = gate,
                Secrets = needs.Secrets,
                FreshConnections = !_options.IsFirefox,
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

    private DriverService NewService(SessionFolder folder)
    {
        var service = _options.IsFirefox ? FirefoxLauncher.NewService(programs.Driver) : ChromeLauncher.NewService(programs.Driver);
        service.HideCommandPromptWindow = true;
        service.SuppressInitialDiagnosticInformation = true;
        service.DriverProcessStarting += (_, starting) => folder.Mark(starting.DriverServiceProcessStartInfo);
        return service;
    }

    private WebDriver Start(DriverService service, BrowserSession session, IReadOnlyList<ShownCertificate> selfSigned)
    {
        var commandTimeout = _options.PageTimeout + TimeSpan.FromSeconds(30);
        return _options.IsFirefox
            ? FirefoxLauncher.Start(service, FirefoxLauncher.NewOptions(programs.Browser, _options, session, selfSigned), commandTimeout)
            : ChromeLauncher.Start(service, ChromeLauncher.NewOptions(programs.Browser, _options, session, selfSigned), commandTimeout);
    }
}
