using BotPhone.Invoices;
using BotPhone.Jobs;
using BotPhone.Sdk;

namespace BotPhone.Browsers;

/// <summary>A browser that is started for one session and ends with it, and its way to the network.</summary>
internal sealed class BrowserSession(BrowserProcess process, SessionGate gate) : IBrowserSession
{
    private Portal? _portal;

    public SessionFolder Folder => process.Folder;

    public SessionGate Gate => gate;

    public Portal Portal => _portal ?? throw new InvalidOperationException("The session has no portal yet.");

    public async Task OpenPortalAsync(PortalOptions options) => _portal = await Portal.OpenAsync(process.Driver, options);

    /// <summary>Its browser ends with it.</summary>
    public Task<bool> RenewAsync(SessionNeeds needs, CancellationToken cancellation) => Task.FromResult(false);

    public async ValueTask DisposeAsync()
    {
        await process.QuitAsync(() => _portal?.DisposeAsync() ?? default);
        await gate.DisposeAsync();
    }
}
