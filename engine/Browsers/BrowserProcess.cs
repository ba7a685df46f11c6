using BotPhone.Invoices;
using OpenQA.Selenium;

namespace BotPhone.Browsers;

/// <summary>A browser on this machine, as the processes that it and its driver are.</summary>
internal class BrowserProcess(SessionFolder folder, RunningBrowsers running, ILogger log) : StartedBrowser(folder, running, log)
{
    private DriverService? _service;

    public override Uri Address => _service!.ServiceUrl;

    public override bool IsRunning => base.IsRunning && _service is { IsRunning: true };

    /// <summary>Starts the processes; blocks until the browser answers.</summary>
    public void Start(DriverService service, Func<DriverService, WebDriver> start)
    {
        _service = service;
        service.HideCommandPromptWindow = true;
        service.SuppressInitialDiagnosticInformation = true;
        service.DriverProcessStarting += (_, starting) => Folder.Mark(starting.DriverServiceProcessStartInfo);
        Start(() => start(service));
    }

    protected override void EndRest()
    {
        if (_service is { IsRunning: true, ProcessId: > 0 and var id }) ProcessTree.Kill(id);
    }
}
