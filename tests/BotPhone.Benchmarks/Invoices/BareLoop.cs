using System.Collections.Concurrent;
using System.Diagnostics;
using BotPhone.PortalSimulator;
using BotPhone.Sdk;
using OpenQA.Selenium;
using OpenQA.Selenium.BiDi;
using OpenQA.Selenium.BiDi.Browser;
using OpenQA.Selenium.BiDi.BrowsingContext;
using OpenQA.Selenium.Chrome;

namespace BotPhone.Benchmarks;

/// <summary>The least that fetching takes: warm browsers, a user context for each invoice, and nothing that proves or keeps anything.</summary>
internal sealed class BareLoop : IInvoiceWay
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(10);
    private readonly Uri _portal;
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("botphone-bench-");
    private readonly List<ChromeDriverService> _services = [];
    private readonly ConcurrentBag<(ChromeDriver Driver, IBiDi Events)> _free = [];
    private int _count;

    private BareLoop(Uri portal) => _portal = portal;

    public string Name => "laço sem motor, navegadores aquecidos";

    public static async Task<BareLoop> StartAsync(Uri portal)
    {
        var loop = new BareLoop(portal);
        for (var i = 0; i < IInvoiceWay.AtATime; i++) await loop.AddAsync();
        return loop;
    }

    public Task FetchAsync(IReadOnlyList<SimulatedCase> wanted) =>
        Parallel.ForEachAsync(wanted, new ParallelOptions { MaxDegreeOfParallelism = IInvoiceWay.AtATime }, async (one, _) =>
        {
            if (!_free.TryTake(out var browser)) throw new InvalidOperationException("More at a time than browsers.");
            await FetchAsync(browser.Driver, browser.Events, one);
            _free.Add(browser);
        });

    public async ValueTask DisposeAsync()
    {
        foreach (var (_, events) in _free) await events.DisposeAsync();
        foreach (var service in _services)
        {
            // Asked to quit, a Chromium that had user contexts may stay.
            using var process = Process.GetProcessById(service.ProcessId);
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync();
            service.Dispose();
        }

        _folder.Delete(recursive: true);
    }

    private async Task AddAsync()
    {
        var chrome = PortalBrowser.NewChromeOptions(PortalBrowser.Find(PortalBrowser.ChromeNames(headless: true))!, _folder.CreateSubdirectory($"profile-{_services.Count}").FullName, headless: true);
        var service = Driver.NewService();
        _services.Add(service);
        var driver = new ChromeDriver(service, chrome);
        _free.Add((driver, await driver.AsBiDiAsync()));
    }

    private async Task FetchAsync(ChromeDriver driver, IBiDi events, SimulatedCase wanted)
    {
        var own = driver.CurrentWindowHandle;
        var downloads = _folder.CreateSubdirectory($"downloads-{Interlocked.Increment(ref _count)}");
        var context = (await events.Browser.CreateUserContextAsync()).UserContext;
        await events.Browser.SetDownloadBehaviorAsync(new DownloadBehaviorAllowed(downloads.FullName), new() { UserContexts = [context] });
        var file = new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously);
        await using (await events.BrowsingContext.DownloadEnd.SubscribeAsync(ended =>
        {
            if (ended is DownloadCompleteEventArgs { Filepath: { } path }) file.TrySetResult(path);
        }))
        {
            driver.SwitchTo().Window((await events.BrowsingContext.CreateAsync(ContextType.Tab, new() { UserContext = context })).Context.Id);
            var visit = new OiVisit(driver, _portal, Pause);
            await visit.DownloadAsync(wanted);
            await FetchedInvoice.CheckAsync(await file.Task, wanted);
            await visit.SignOutAsync();
        }

        driver.SwitchTo().Window(own);
        await events.Browser.RemoveUserContextAsync(context);
    }
}
