using System.Net;
using BotPhone.Browsers.Remote;
using BotPhone.Hosting;
using BotPhone.Jobs;
using Microsoft.Extensions.Options;

namespace BotPhone.Browsers;

/// <summary>
/// The Chromiums that wait for their next session: no more than jobs may run, and none that is old, has served many, has grown, or has waited for long.
/// </summary>
internal sealed class WarmBrowsers(IOptions<BrowserOptions> options, IOptions<JobsOptions> jobs, DataFolder data, RunningBrowsers running, TimeProvider time, ILogger<WarmBrowsers> log, BrowserGrid? grid = null) : IAsyncDisposable
{
    private readonly BrowserOptions _options = options.Value;
    private readonly Lock _lock = new();
    private readonly List<Waiting> _waiting = [];
    private readonly HashSet<WarmBrowser> _all = [];
    private bool _closed;

    /// <summary>Where the browsers reach this machine.</summary>
    public IPAddress GateAddress => grid?.GateAddress ?? IPAddress.Loopback;

    /// <summary>Lends a browser that was started in just this way, or starts one.</summary>
    public async Task<WarmBrowser> RentAsync(ChromeStart how, CancellationToken cancellation)
    {
        while (Take(how.Key) is { } waiting)
        {
            if (waiting is { IsRunning: true } && waiting.Age < _options.MaxAge) return waiting;
            End(waiting);
        }

        var browser = Add(new WarmBrowser(how, NewChrome(), GateAddress, time));
        try
        {
            await browser.StartAsync(cancellation);
            return browser;
        }
        catch
        {
            await KillAsync(browser);
            throw;
        }
    }

    /// <summary>Whether a browser may serve another job.</summary>
    public bool MayServe(WarmBrowser browser) => browser.Uses < _options.MaxUses && browser.Age < _options.MaxAge && browser.Memory < _options.MaxMemoryBytes;

    /// <summary>Takes back a browser of which nothing is in use any more.</summary>
    public Task TakeBackAsync(WarmBrowser browser) => Task.Run(() =>
    {
        var isGood = MayServe(browser);
        lock (_lock)
        {
            if (isGood && !_closed)
            {
                _waiting.Add(new Waiting(browser, time.CreateTimer(_ => LetGo(browser), null, _options.MaxIdle, Timeout.InfiniteTimeSpan)));
                return;
            }
        }

        End(browser);
    });

    /// <summary>Ends a browser that may have something of its session left.</summary>
    public async Task KillAsync(WarmBrowser browser)
    {
        await browser.KillAsync();
        Forget(browser);
    }

    public async ValueTask DisposeAsync()
    {
        WarmBrowser[] all;
        lock (_lock)
        {
            _closed = true;
            foreach (var waiting in _waiting) waiting.Timer.Dispose();
            _waiting.Clear();
            all = [.. _all];
        }

        await Task.WhenAll(all.Select(EndAsync));
    }

    // The one that was used last, since the others may then be let go. Where there is none, one of another kind makes room.
    private WarmBrowser? Take(string key)
    {
        Waiting? taken;
        lock (_lock)
        {
            taken = _waiting.FindLast(one => one.Browser.Key == key) ?? (_all.Count >= jobs.Value.MaxConcurrency ? _waiting.FirstOrDefault() : null);
            if (taken is null) return null;
            _waiting.Remove(taken);
        }

        taken.Timer.Dispose();
        if (taken.Browser.Key == key) return taken.Browser;
        End(taken.Browser);
        return null;
    }

    private IChrome NewChrome() => grid is null ? new ChromeProcess(SessionFolder.Create(data), running, log) : new GridBrowser(grid, SessionFolder.Create(data), running, log);

    private WarmBrowser Add(WarmBrowser browser)
    {
        lock (_lock)
        {
            ObjectDisposedException.ThrowIf(_closed, this);
            _all.Add(browser);
            return browser;
        }
    }

    private void LetGo(WarmBrowser browser)
    {
        lock (_lock)
        {
            if (_waiting.RemoveAll(one => one.Browser == browser) == 0) return;
        }

        End(browser);
    }

    private void End(WarmBrowser browser) => _ = EndAsync(browser);

    private async Task EndAsync(WarmBrowser browser)
    {
        await browser.DisposeAsync();
        Forget(browser);
    }

    private void Forget(WarmBrowser browser)
    {
        lock (_lock) _all.Remove(browser);
    }

    private sealed record Waiting(WarmBrowser Browser, ITimer Timer);
}
