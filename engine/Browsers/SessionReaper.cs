using BotPhone.Hosting;

namespace BotPhone.Browsers;

/// <summary>At start: ends the browsers of a server that died, and only those, and removes their folders.</summary>
internal sealed class SessionReaper(DataFolder data, ILogger<SessionReaper> log) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken) => Task.Run(Reap, cancellationToken);

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
