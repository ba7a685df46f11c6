using System.Collections.Immutable;
using Microsoft.Extensions.Logging;
using OpenQA.Selenium;
using OpenQA.Selenium.BiDi;
using OpenQA.Selenium.BiDi.Network;

namespace BotPhone.Sdk;

/// <summary>
/// A portal's page as an operator sees it. Every call waits until it can be done, is logged with its duration, survives a page
/// that is being redrawn, and fails with the code that fits, naming the element. When something that is awaited is not there, the
/// page is searched for the signs given to <see cref="Watch"/>: a sign counts only while what is awaited is not there.
/// </summary>
public sealed partial class Portal : IAsyncDisposable
{
    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan LongestPause = TimeSpan.FromMilliseconds(250);
    private const int MostInterruptions = 8;

    private readonly PortalOptions _options;
    private readonly IBiDi _bidi;
    private readonly PortalPlace _place;
    private readonly bool _isFirefox;
    private IReadOnlyList<Sign> _signs = [];
    private IReadOnlyList<Selector> _overlays = [];
    private Selector? _busy;
    private Selector? _frame;
    private volatile string _step = "";

    private Portal(IWebDriver driver, IBiDi bidi, PortalPlace place, PortalOptions options)
    {
        Driver = driver;
        _bidi = bidi;
        _place = place;
        _over = CancellationTokenSource.CreateLinkedTokenSource(options.Cancellation);
        _options = options with { Cancellation = _over.Token };
        _isFirefox = (driver as IHasCapabilities)?.Capabilities.GetCapability("browserName") is "firefox";
    }

    /// <summary>Selenium's own driver, for what this class lacks. Its calls block, and are neither logged nor retried.</summary>
    public IWebDriver Driver { get; }

    /// <summary>Makes a portal of a browser session. Operators get theirs from <see cref="JobContext.OpenPortalAsync"/>.</summary>
    /// <param name="driver">
    /// A session with BiDi on (<see cref="DriverOptions.UseWebSocketUrl"/>) that accepts a page's own dialogs
    /// (<see cref="DriverOptions.UnhandledPromptBehavior"/>); its owner ends it. When it is in a window of a user context other than the
    /// browser's own, the portal is that context and nothing else.
    /// </param>
    /// <param name="options">Limits, download folder, log.</param>
    public static async Task<Portal> OpenAsync(IWebDriver driver, PortalOptions options)
    {
        ArgumentNullException.ThrowIfNull(driver);
        ArgumentNullException.ThrowIfNull(options);
        var bidi = await driver.AsBiDiAsync(cancellationToken: options.Cancellation);
        var portal = new Portal(driver, bidi, await PortalPlace.OfAsync(driver, bidi, options.Cancellation), options);
        try
        {
            await portal.AskAsync(session => session.Manage().Timeouts().PageLoad = options.PageTimeout);
            await portal.ReceiveFilesAsync();
            await portal.FollowAsync();
            await portal.BlockAsync();
            if (options.FreshConnections) await portal.SendWithAsync([new Header("Connection", "close")]);
            return portal;
        }
        catch
        {
            await portal.DisposeAsync();
            throw;
        }
    }

    /// <summary>Ends the event connection; the browser session belongs to whoever made it.</summary>
    public async ValueTask DisposeAsync()
    {
        _over.Dispose();
        try
        {
            if (_following is { } following) await following.DisposeAsync();
            await _bidi.DisposeAsync();
        }
        catch (Exception exception) when (exception is WebDriverException or BiDiException or IOException or OperationCanceledException
            or System.Net.WebSockets.WebSocketException or ObjectDisposedException)
        {
            // The browser went first: there is nothing left to end.
        }
    }

    /// <summary>Ends <see cref="PortalOptions.FreshConnections"/>. The server calls it once someone is signed in.</summary>
    public async Task KeepConnectionsAsync()
    {
        if (_options.FreshConnections && Breach is null) await SendWithAsync([]);
    }

    /// <summary>Sets what to look for, from now on, whenever something that is awaited is not there.</summary>
    /// <param name="signs">What pages show when something is wrong, in order of importance: the first that the page shows decides.</param>
    /// <param name="busy">
    /// What the page shows while it works, such as a spinner: an element that does not come while this is visible is
    /// <see cref="ErrorCode.PageTimeout"/>, not a changed layout. <see langword="null"/>: the portal has none.
    /// </param>
    /// <param name="overlays">
    /// The buttons that close what a portal lays over its pages, such as a cookie banner, a survey, or the question whether to stay signed
    /// in: those that are there are clicked whenever an element or a file that is wanted does not come, or lies under something.
    /// <see langword="null"/>: the portal has none.
    /// </param>
    public void Watch(IReadOnlyList<Sign> signs, Selector? busy = null, IReadOnlyList<Selector>? overlays = null)
    {
        _signs = signs;
        _busy = busy;
        _overlays = overlays ?? [];
    }

    /// <summary>The address of the page now.</summary>
    public Task<Uri> AddressAsync() => StepAsync("Lendo o endereço", () => AskAsync(driver => new Uri(driver.Url)));

    /// <summary>Opens an address in the page and waits until it is loaded.</summary>
    /// <param name="address">Where to go, absolute.</param>
    /// <exception cref="OperatorException">
    /// <see cref="ErrorCode.PageTimeout"/>, <see cref="ErrorCode.PortalUnavailable"/>, <see cref="ErrorCode.Certificate"/>, <see cref="ErrorCode.Redirect"/>, or a sign's code.
    /// </exception>
    public Task GoAsync(Uri address) => StepAsync(
        $"Abrindo {address.GetLeftPart(UriPartial.Path)}", async () =>
        {
            try
            {
                await LoadAsync(driver => driver.Navigate().GoToUrl(address));
            }
            catch (WebDriverException exception) when (BrowserFault.IsPageLost(exception))
            {
                await AskAsync(MoveToAnotherTab);
                await LoadAsync(driver => driver.Navigate().GoToUrl(address));
            }
        });

    /// <summary>Opens the page again that is shown, and waits until it is loaded.</summary>
    /// <exception cref="OperatorException">As for <see cref="GoAsync"/>.</exception>
    public Task ReloadAsync() => StepAsync("Recarregando a página", () => LoadAsync(driver => driver.Navigate().Refresh()));

    private static void MoveToAnotherTab(IWebDriver driver)
    {
        var lost = driver.CurrentWindowHandle;
        var found = driver.SwitchTo().NewWindow(WindowType.Tab).CurrentWindowHandle;
        try
        {
            driver.SwitchTo().Window(lost).Close();
        }
        catch (WebDriverException)
        {
            // It goes with the browser.
        }

        driver.SwitchTo().Window(found);
    }

    private Task SendWithAsync(ImmutableArray<Header> headers) => _bidi.Network.SetExtraHeadersAsync(headers, new() { UserContexts = _place.Bounds }, _options.Cancellation);

    private async Task LoadAsync(Action<IWebDriver> load)
    {
        _networkError = null;
        _refusal = null;
        await AskAsync(load);
        await ThrowIfSignAsync();
        ThrowIfServerError();
    }

    // Runs a call of the operator's as one logged step, and gives what goes wrong its code.
    private async Task<T> StepAsync<T>(string words, Func<Task<T>> step)
    {
        var start = _options.Time.GetTimestamp();
        _step = words;
        try
        {
            var result = await step();
            _fromWindow = null;
            PortalLog.Done(_options.Log, words, (long)_options.Time.GetElapsedTime(start).TotalMilliseconds);
            return result;
        }
        catch (Exception exception) when (exception is not OperationCanceledException || !_options.Cancellation.IsCancellationRequested || Breach is not null)
        {
            var fault = Breach ?? await RefusalAsync(exception) ?? exception as OperatorException ?? BrowserFault.Translate(exception);
            PortalLog.Failed(_options.Log, words, (long)_options.Time.GetElapsedTime(start).TotalMilliseconds, fault?.Code.Name ?? exception.GetType().Name);
            if (fault is null || ReferenceEquals(fault, exception)) throw;
            throw fault;
        }
    }

    private Task StepAsync(string words, Func<Task> step) => StepAsync(words, async () =>
    {
        await step();
        return true;
    });

    // Calls to the driver block: they run on the pool, and a cancelled job does not wait for them. One that the page cut short by a dialog or by going
    // elsewhere is made again.
    private async Task<T> AskAsync<T>(Func<IWebDriver, T> question)
    {
        for (var (pause, left) = (FirstPause, MostInterruptions); ; (pause, left) = (Longer(pause), left - 1))
        {
            try
            {
                return await Task.Run(() => question(Driver), _options.Cancellation).WaitAsync(_options.Cancellation);
            }
            catch (WebDriverException exception) when (left > 0 && BrowserFault.IsInterruption(exception))
            {
                await Task.Delay(pause, _options.Time, _options.Cancellation);
            }
        }
    }

    private Task AskAsync(Action<IWebDriver> command) => AskAsync(driver =>
    {
        command(driver);
        return true;
    });

    // Asks again, whenever the page has changed and after growing pauses, until there is an answer.
    private async Task<T> UntilAsync<T>(TimeSpan limit, Func<IWebDriver, T?> probe, Func<Exception?, OperatorException> onTimeout)
        where T : class
    {
        var start = _options.Time.GetTimestamp();
        for (var pause = FirstPause; ; pause = Longer(pause))
        {
            var (answer, obstacle) = await TryAsync(probe);
            if (answer is not null) return answer;
            var isLate = _options.Time.GetElapsedTime(start) >= limit;
            // It is there, and what lay over it is gone: no sign counts before it was tried again.
            if (obstacle is ElementClickInterceptedException && !isLate && await AskAsync(ClearOverlays)) continue;
            if (await SeenSignAsync() is { } fault)
            {
                // It may have come together with what is awaited, which then counts.
                (answer, _) = await TryAsync(probe);
                return answer ?? throw fault;
            }

            if (isLate)
            {
                ThrowIfServerError();
                ThrowIfCallBroke();
                await ThrowIfBusyAsync();
                throw onTimeout(obstacle);
            }

            await AskAsync(ClearOverlays);
            await ChangeAsync(pause);
        }
    }

    // A page that goes elsewhere meanwhile, or shows a dialog, has changed too.
    private async Task ChangeAsync(TimeSpan limit)
    {
        try
        {
            await AskAsync(_ => Script(PageScript.Change, limit.TotalMilliseconds));
        }
        catch (WebDriverException exception) when (BrowserFault.IsTransient(exception) || exception is JavaScriptException or WebDriverTimeoutException)
        {
            await Task.Delay(FirstPause, _options.Time, _options.Cancellation);
        }
    }

    private async Task<(T? Answer, Exception? Obstacle)> TryAsync<T>(Func<IWebDriver, T?> probe)
        where T : class
    {
        try
        {
            return (await AskAsync(probe), null);
        }
        catch (Exception exception) when (BrowserFault.IsTransient(exception))
        {
            return (null, exception);
        }
    }

    // They lie over the whole page, also over the frame in which the operator works.
    private bool ClearOverlays(IWebDriver driver)
    {
        if (_overlays.Count == 0) return false;
        var isCleared = false;
        if (_frame is not null) driver.SwitchTo().DefaultContent();
        try
        {
            foreach (var closer in Seen(_overlays, mustBeUsable: true).OfType<IWebElement>())
            {
                Click(closer);
                isCleared = true;
            }
        }
        catch (Exception exception) when (BrowserFault.IsTransient(exception))
        {
            // Gone by itself, or covered for now: the next round sees it.
        }

        if (_frame is not null) Enter(driver, _frame);
        return isCleared;
    }

    private static TimeSpan Longer(TimeSpan pause) => pause * 2 < LongestPause ? pause * 2 : LongestPause;
}
