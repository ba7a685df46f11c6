using BotPhone.Invoices;
using BotPhone.Jobs;
using BotPhone.Sdk;
using OpenQA.Selenium;
using OpenQA.Selenium.BiDi;

namespace BotPhone.Browsers;

/// <summary>A session in a browser that serves others before and after it, and its way to the network.</summary>
/// <param name="pool">Where the browser goes back to.</param>
/// <param name="browser">The browser.</param>
/// <param name="place">What the session has of it.</param>
/// <param name="gate">The way to the network.</param>
/// <param name="newOptions">What a job works with, but for the folder of its downloads.</param>
internal sealed class WarmSession(
    WarmBrowsers pool, WarmBrowser browser, LentPlace place, SessionGate gate, Func<SessionNeeds, SessionGate, CancellationToken, PortalOptions> newOptions) : IBrowserSession
{
    private static readonly TimeSpan PatienceToClear = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan PatienceToRenew = TimeSpan.FromSeconds(15);
    private Portal? _portal;

    // Of the attempt: in a browser that somebody could not wait for, a call may still hang.
    private CancellationToken _cancellation;
    private int _jobs;
    private int _ended;

    public Portal Portal => _portal ?? throw new InvalidOperationException("The session has no portal yet.");

    private bool IsSound => !_cancellation.IsCancellationRequested && !gate.Broken.IsCompleted && !place.LeavesTraces;

    public async Task OpenPortalAsync(SessionNeeds needs, CancellationToken cancellation)
    {
        _cancellation = cancellation;
        var downloads = Directory.CreateDirectory(Path.Combine(place.Downloads, $"{++_jobs}")).FullName;
        _portal = await Portal.OpenAsync(place.Driver, newOptions(needs, gate, cancellation) with { DownloadFolder = downloads, RemoteFiles = place.RemoteFiles });
        place.Driver.WasAsked = false;
    }

    public Task<bool> RenewAsync(SessionNeeds needs, CancellationToken cancellation) => TryAsync(PatienceToRenew, async () =>
    {
        if (!pool.MayServe(browser)) return false;
        await Portal.DisposeAsync();
        await Task.Run(LeaveOneWindow, cancellation).WaitAsync(cancellation);
        if (place.RemoteFiles is { } files) await files.EraseAsync();
        gate.Renew(needs.Log);
        browser.Uses++;
        await OpenPortalAsync(needs, cancellation);
        return true;
    });

    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _ended, 1) == 1) return;
        if (await TryAsync(PatienceToClear, ClearAsync)) await pool.TakeBackAsync(browser);
        else await pool.KillAsync(browser);
        await gate.DisposeAsync();
    }

    private async Task<bool> TryAsync(TimeSpan patience, Func<Task<bool>> step)
    {
        if (!IsSound) return false;
        try
        {
            return await step().WaitAsync(patience);
        }
        catch (Exception exception) when (exception is TimeoutException or WebDriverException or BiDiException or InvalidOperationException or IOException
            or HttpRequestException or UnauthorizedAccessException or System.Net.WebSockets.WebSocketException or OperationCanceledException)
        {
            return false;
        }
    }

    private async Task<bool> ClearAsync()
    {
        if (_portal is not null) await _portal.DisposeAsync();
        return await browser.ClearAsync(place);
    }

    private void LeaveOneWindow()
    {
        var windows = place.Driver.WindowHandles;
        foreach (var window in windows.Skip(1)) place.Driver.SwitchTo().Window(window).Close();
        place.Driver.SwitchTo().Window(windows[0]);
    }
}
