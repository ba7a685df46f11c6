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
/// <param name="cancellation">Of the attempt: in a browser that somebody could not wait for, a call may still hang.</param>
internal sealed class WarmSession(WarmBrowsers pool, WarmBrowser browser, LentPlace place, SessionGate gate, CancellationToken cancellation) : IBrowserSession
{
    private static readonly TimeSpan PatienceToClear = TimeSpan.FromSeconds(5);
    private Portal? _portal;
    private int _ended;

    public Portal Portal => _portal ?? throw new InvalidOperationException("The session has no portal yet.");

    public async Task OpenPortalAsync(PortalOptions options)
    {
        _portal = await Portal.OpenAsync(place.Driver, options with { DownloadFolder = place.Downloads });
        place.Driver.WasAsked = false;
    }

    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _ended, 1) == 1) return;
        if (await TryClearAsync()) await pool.TakeBackAsync(browser);
        else await pool.KillAsync(browser);
        await gate.DisposeAsync();
    }

    private async Task<bool> TryClearAsync()
    {
        if (cancellation.IsCancellationRequested || gate.Broken.IsCompleted || place.LeavesTraces) return false;
        try
        {
            return await ClearAsync().WaitAsync(PatienceToClear);
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
}
