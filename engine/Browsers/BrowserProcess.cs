using BotPhone.Invoices;
using OpenQA.Selenium;

namespace BotPhone.Browsers;

/// <summary>A browser, its driver and their folder. Ending it never waits for a browser that does not answer.</summary>
internal sealed class BrowserProcess
{
    private static readonly TimeSpan PatienceToQuit = TimeSpan.FromSeconds(2);
    private readonly SessionFolder _folder;
    private readonly RunningBrowsers _running;
    private readonly ILogger _log;
    private readonly Lock _lock = new();
    private DriverService? _service;
    private WebDriver? _driver;
    private volatile Task? _end;

    public BrowserProcess(SessionFolder folder, RunningBrowsers running, ILogger log)
    {
        (_folder, _running, _log) = (folder, running, log);
        running.Begin();
    }

    public SessionFolder Folder => _folder;

    public WebDriver Driver => _driver ?? throw new InvalidOperationException("The browser has not been started.");

    /// <summary>Where the driver listens.</summary>
    public Uri Address => _service!.ServiceUrl;

    public bool IsRunning => _end is null && _service is { IsRunning: true };

    /// <summary>Starts the processes; blocks until the browser answers.</summary>
    public void Start(DriverService service, Func<DriverService, WebDriver> start)
    {
        _service = service;
        service.HideCommandPromptWindow = true;
        service.SuppressInitialDiagnosticInformation = true;
        service.DriverProcessStarting += (_, starting) => _folder.Mark(starting.DriverServiceProcessStartInfo);
        try
        {
            _driver = start(service);
        }
        finally
        {
            // It was ended while it was still starting.
            if (_end is not null) Clear();
        }
    }

    /// <summary>Asks the browser to end, and ends it when it does not.</summary>
    /// <param name="before">What comes first.</param>
    public Task QuitAsync(Func<ValueTask> before) => EndAsync(async () =>
    {
        try
        {
            await QuitDriverAsync(before).WaitAsync(PatienceToQuit);
        }
        catch (Exception exception) when (exception is TimeoutException or WebDriverException or InvalidOperationException or HttpRequestException)
        {
            BrowsersLog.Killing(_log, _folder.Root, exception.Message);
        }
    });

    /// <summary>Ends the browser without asking it.</summary>
    public Task KillAsync() => EndAsync(() => Task.CompletedTask);

    // Whoever ends it again waits for the same end.
    private Task EndAsync(Func<Task> quit)
    {
        lock (_lock) return _end ??= Task.Run(EndOnceAsync);

        async Task EndOnceAsync()
        {
            await quit();
            Clear();
            _running.End();
        }
    }

    private async Task QuitDriverAsync(Func<ValueTask> before)
    {
        await before();
        await Task.Run(() => _driver?.Quit());
    }

    private void Clear()
    {
        try
        {
            if (_service is { IsRunning: true, ProcessId: > 0 and var id }) ProcessTree.Kill(id);
            _folder.End();
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            BrowsersLog.FolderStays(_log, exception, _folder.Root);
        }
    }
}
