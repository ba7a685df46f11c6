using System.Net;
using BotPhone.Browsers.Remote;
using BotPhone.Invoices;
using BotPhone.Sdk;
using Microsoft.Extensions.Logging.Abstractions;
using OpenQA.Selenium;
using OpenQA.Selenium.BiDi;
using OpenQA.Selenium.BiDi.Browser;
using OpenQA.Selenium.BiDi.BrowsingContext;
using OpenQA.Selenium.BiDi.Script;
using OpenQA.Selenium.BiDi.Session;

namespace BotPhone.Browsers;

/// <summary>
/// A Chromium that serves one session after another. Each works in a user context of its own, which has cookies, stores, caches, connections, files and
/// a way to the network of its own, and is removed with all of them. The browser's own window stays empty and leads nowhere.
/// </summary>
internal sealed class WarmBrowser(ChromeStart how, IChrome chrome, IPAddress gateAddress, TimeProvider time) : IAsyncDisposable
{
    // The one thing that all contexts of a browser share.
    private const string EmptyClipboard =
        "addEventListener('copy', copied => { copied.preventDefault(); copied.clipboardData.setData('text/plain', ''); }, { once: true }); document.execCommand('copy')";

    private readonly SessionGate _nowhere = SessionGate.Open(ReachableHosts.None, SessionGate.UsualMaxBytes, NullLogger.Instance, gateAddress);
    private readonly long _begun = time.GetTimestamp();
    private IBiDi? _events;
    private string _window = "";
    private int _gateClosed;

    public string Key => how.Key;

    public bool IsRunning => chrome.IsRunning;

    /// <summary>How many jobs it has served.</summary>
    public int Uses { get; set; }

    public TimeSpan Age => time.GetElapsedTime(_begun);

    /// <summary>What its processes hold in memory, in bytes; 0 on another machine.</summary>
    public long Memory => chrome.Folder.Memory();

    /// <summary>Starts it.</summary>
    public async Task StartAsync(CancellationToken cancellation)
    {
        await chrome.StartAsync(how, _nowhere, cancellation);
        _window = await Task.Run(() => chrome.Driver.CurrentWindowHandle, cancellation).WaitAsync(cancellation);
        _events = await chrome.Driver.AsBiDiAsync(cancellationToken: cancellation);
    }

    /// <summary>Makes a place for a session.</summary>
    /// <param name="gate">Its way to the network.</param>
    /// <param name="commandTimeout">The longest that a command of it may take.</param>
    /// <param name="cancellation">Ends the waiting; the browser is then good for nothing.</param>
    public async Task<LentPlace> LendAsync(SessionGate gate, TimeSpan commandTimeout, CancellationToken cancellation)
    {
        Uses++;
        var context = (await _events!.Browser.CreateUserContextAsync(new() { Proxy = To(gate) }, cancellation)).UserContext;
        var window = await OpenWindowAsync(context, cancellation);
        var commands = new LentCommands(chrome.Address, commandTimeout, LentDriver.Begun(chrome.Driver), _window, () => OpenWindowAsync(context, CancellationToken.None));
        var driver = new LentDriver(commands, chrome.Driver.Capabilities);
        await Task.Run(() => driver.SwitchTo().Window(window), cancellation).WaitAsync(cancellation);
        return new LentPlace(context, driver, commands, Directory.CreateDirectory(Path.Combine(chrome.Folder.Downloads, $"{Uses}")).FullName, chrome.Files);
    }

    /// <summary>Removes the place of a session and all that is in it.</summary>
    /// <returns>Whether nothing of it is left.</returns>
    public async Task<bool> ClearAsync(LentPlace place)
    {
        await place.Commands.EndAsync();
        place.Commands.Dispose();
        await Task.Run(() => chrome.Driver.SwitchTo().Window(_window));
        await _events!.Browser.RemoveUserContextAsync(place.Context);
        Directory.Delete(place.Downloads, recursive: true);
        if (place.RemoteFiles is { } files) await files.EraseAsync();
        var left = await _events.BrowsingContext.GetTreeAsync(new() { MaxDepth = 0 });
        return left.Contexts is [var own] && own.Context.Id == _window && await EmptyClipboardAsync(own.Context);
    }

    public async Task KillAsync()
    {
        await chrome.KillAsync();
        await CloseGateAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await chrome.QuitAsync(() => _events?.DisposeAsync() ?? default);
        await CloseGateAsync();
    }

    // It may be ended by its age and by the server at the same time.
    private async Task CloseGateAsync()
    {
        if (Interlocked.Exchange(ref _gateClosed, 1) == 0) await _nowhere.DisposeAsync();
    }

    // A page may do so while its user does something.
    private async Task<bool> EmptyClipboardAsync(BrowsingContext own) =>
        await _events!.Script.EvaluateAsync(EmptyClipboard, awaitPromise: false, new ContextTarget(own), new() { UserActivation = true })
            is EvaluateResultSuccess { Result: BooleanRemoteValue { Value: true } };

    private async Task<string> OpenWindowAsync(UserContext context, CancellationToken cancellation) =>
        (await _events!.BrowsingContext.CreateAsync(ContextType.Tab, new() { UserContext = context }, cancellation)).Context.Id;

    private static ManualProxyConfiguration To(SessionGate gate) => new() { SocksProxy = $"{gate.Address}", SocksVersion = 5, NoProxy = ["<-loopback>"] };
}

/// <summary>What a session has of a browser.</summary>
/// <param name="Context">Keeps it apart from the others.</param>
/// <param name="Driver">Is in its window.</param>
/// <param name="Commands">End with it.</param>
/// <param name="Downloads">An empty folder of its own.</param>
/// <param name="RemoteFiles">What it downloads, when that is on another machine.</param>
internal sealed record LentPlace(UserContext Context, LentDriver Driver, LentCommands Commands, string Downloads, GridFiles? RemoteFiles)
{
    /// <summary>Whether something was done that may outlive it.</summary>
    public bool LeavesTraces => Commands.LeavesTraces || Driver.WasAsked;
}
