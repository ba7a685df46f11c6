using BotPhone.Invoices;
using BotPhone.Jobs;
using BotPhone.Sdk;
using OpenQA.Selenium;

namespace BotPhone.Browsers;

/// <summary>A browser, its driver, their folder and their way to the network. Ending it never waits for a browser that does not answer.</summary>
internal sealed class BrowserSession(SessionFolder folder, SessionGate gate, RunningBrowsers running, ILogger log) : IBrowserSession
{
    private static readonly TimeSpan PatienceToQuit = TimeSpan.FromSeconds(2);
    private DriverService? _service;
    private WebDriver? _driver;
    private Portal? _portal;
    private int _ended;

    public SessionFolder Folder => folder;

    public SessionGate Gate => gate;

    public Portal Portal => _portal ?? throw new InvalidOperationException("The session has no portal yet.");

    /// <summary>Starts the processes; blocks until the browser answers.</summary>
    public void Start(DriverService service, Func<DriverService, WebDriver> start)
    {
        _service = service;
        try
        {
            _driver = start(service);
        }
        finally
        {
            // The session was ended while the browser was still starting.
            if (Volatile.Read(ref _ended) == 1) Clear();
        }
    }

    public async Task OpenPortalAsync(PortalOptions options) => _portal = await Portal.OpenAsync(_driver!, options);

    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _ended, 1) == 1) return;
        try
        {
            await QuitAsync().WaitAsync(PatienceToQuit);
        }
        catch (Exception exception) when (exception is TimeoutException or WebDriverException or InvalidOperationException or HttpRequestException)
        {
            BrowsersLog.Killing(log, folder.Root, exception.Message);
        }

        await Task.Run(Clear);
        running.End();
        await gate.DisposeAsync();
    }

    private async Task QuitAsync()
    {
        if (_portal is not null) await _portal.DisposeAsync();
        await Task.Run(() => _driver?.Quit());
    }

    private void Clear()
    {
        try
        {
            if (_service is { IsRunning: true, ProcessId: > 0 and var id }) ProcessTree.Kill(id);
            folder.End();
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            BrowsersLog.FolderStays(log, exception, folder.Root);
        }
    }
}
