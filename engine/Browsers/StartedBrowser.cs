using OpenQA.Selenium;

namespace BotPhone.Browsers;

/// <summary>A browser with its driver, and its folder on this machine. Ending it never waits for a browser that does not answer.</summary>
internal abstract class StartedBrowser
{
    private static readonly TimeSpan PatienceToQuit = TimeSpan.FromSeconds(2);
    private readonly RunningBrowsers _running;
    private readonly Lock _lock = new();
    private WebDriver? _driver;
    private volatile Task? _end;

    protected StartedBrowser(SessionFolder folder, RunningBrowsers running, ILogger log)
    {
        (Folder, _running, Log) = (folder, running, log);
        running.Begin();
    }

    public SessionFolder Folder { get; }

    public WebDriver Driver => _driver ?? throw new InvalidOperationException("The browser has not been started.");

    /// <summary>Where its driver takes commands.</summary>
    public abstract Uri Address { get; }

    public virtual bool IsRunning => _end is null && _driver is not null;

    protected ILogger Log { get; }

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
            BrowsersLog.Killing(Log, Folder.Root, exception.Message);
        }
    });

    /// <summary>Ends the browser without asking it.</summary>
    public Task KillAsync() => EndAsync(() => Task.CompletedTask);

    /// <summary>Starts it; blocks until the browser answers.</summary>
    protected void Start(Func<WebDriver> start)
    {
        try
        {
            _driver = start();
        }
        finally
        {
            // It was ended while it was still starting.
            if (_end is not null) Clear();
        }
    }

    /// <summary>Ends what is left of it, whatever state that is in.</summary>
    protected abstract void EndRest();

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
            EndRest();
            Folder.End();
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            BrowsersLog.FolderStays(Log, exception, Folder.Root);
        }
    }
}
