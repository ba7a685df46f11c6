using BotPhone.Invoices;
using BotPhone.Sdk;
using OpenQA.Selenium;
using OpenQA.Selenium.BiDi;
using OpenQA.Selenium.BiDi.BrowsingContext;
using OpenQA.Selenium.Remote;
using EventArgs = OpenQA.Selenium.BiDi.EventArgs;

namespace BotPhone.Browsers.Remote;

/// <summary>A Chromium on a Selenium Grid.</summary>
internal sealed class GridBrowser(BrowserGrid grid, SessionFolder folder, RunningBrowsers running, ILogger log) : StartedBrowser(folder, running, log), IChrome
{
    // For the Grid to find a place, and for the browser to start there.
    private static readonly TimeSpan CommandTimeout = TimeSpan.FromSeconds(90);
    private static readonly TimeSpan PatienceToLearn = TimeSpan.FromSeconds(10);

    // The Grid does not say where a session's downloads go; the browser does, once it has one.
    private const string DownloadNothing =
        "const link = document.createElement('a'); link.href = 'data:,'; link.download = 'nothing'; document.documentElement.append(link); link.click(); link.remove()";

    private string? _session;

    public override Uri Address => grid.Address;

    public GridFiles? Files { get; private set; }

    public async Task StartAsync(ChromeStart how, SessionGate gate, CancellationToken cancellation)
    {
        await Task.Run(() => Start(() => Begin(how, gate)), cancellation).WaitAsync(cancellation);
        Files = new GridFiles(grid, _session!, await LearnFolderAsync(cancellation));
        await Files.EraseAsync();
    }

    protected override void EndRest()
    {
        if (_session is { } session) grid.EndAsync(session).GetAwaiter().GetResult();
    }

    private WebDriver Begin(ChromeStart how, SessionGate gate)
    {
        var chrome = PortalBrowser.NewRemoteChromeOptions(how.Headless);
        chrome.AddArguments(how.Arguments);
        chrome.AddArguments(gate.ChromeArguments);
        chrome.EnableDownloads = true;
        chrome.AddAdditionalOption(BrowserGrid.Name, grid.OwnName);
        var driver = new RemoteWebDriver(grid.Address, chrome.ToCapabilities(), CommandTimeout);
        _session = driver.SessionId.ToString();
        return driver;
    }

    private async Task<string> LearnFolderAsync(CancellationToken cancellation)
    {
        var learned = new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var events = await Driver.AsBiDiAsync(cancellationToken: cancellation);
        await using var ends = await events.SubscribeAsync<EventArgs>([BrowsingContextEvent.DownloadEnd], OnEnd, cancellation);
        await Task.Run(() => ((IJavaScriptExecutor)Driver).ExecuteScript(DownloadNothing), cancellation).WaitAsync(cancellation);
        return await learned.Task.WaitAsync(PatienceToLearn, cancellation);

        void OnEnd(EventArgs end)
        {
            if (end is DownloadCompleteEventArgs { Filepath: { Length: > 0 } path }) learned.TrySetResult(GridFiles.FolderOf(path));
            else learned.TrySetException(new InvalidOperationException("a Grid não guarda downloads: os nós dela precisam de --enable-managed-downloads true e do Chromium completo, não do chromium-headless-shell"));
        }
    }
}
