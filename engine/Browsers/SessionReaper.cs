using BotPhone.Browsers.Remote;
using BotPhone.Hosting;

namespace BotPhone.Browsers;

/// <summary>At start: ends the browsers of a server that died, and only those, and removes their folders.</summary>
internal sealed class SessionReaper(DataFolder data, ILogger<SessionReaper> log, BrowserGrid? grid = null) : IHostedService
{
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        await Task.Run(Reap, cancellationToken);
        if (grid is not null) await grid.EndOwnAsync();
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private void Reap()
    {
        foreach (var folder in SessionFolder.LeftIn(data))
        {
            try
            {
                BrowsersLog.Reaped(log, folder.Root, folder.End());
            }
            catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
            {
                BrowsersLog.FolderStays(log, exception, folder.Root);
            }
        }
    }
}
