using BotPhone.Browsers.Remote;
using BotPhone.Invoices;

namespace BotPhone.Browsers;

/// <summary>A Chromium on this machine.</summary>
internal sealed class ChromeProcess(SessionFolder folder, RunningBrowsers running, ILogger log) : BrowserProcess(folder, running, log), IChrome
{
    public GridFiles? Files => null;

    public async Task StartAsync(ChromeStart how, SessionGate gate, CancellationToken cancellation)
    {
        await Task.Run(() => Start(ChromeLauncher.NewService(how.Driver), service => ChromeLauncher.Start(service, how, Folder, gate)), cancellation).WaitAsync(cancellation);
        await DriverPage.QuietenAsync(Driver, cancellation);
    }
}
