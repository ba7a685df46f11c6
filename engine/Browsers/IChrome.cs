using BotPhone.Browsers.Remote;
using BotPhone.Invoices;
using OpenQA.Selenium;

namespace BotPhone.Browsers;

/// <summary>A Chromium with its driver, on this machine or another.</summary>
internal interface IChrome
{
    SessionFolder Folder { get; }

    WebDriver Driver { get; }

    /// <inheritdoc cref="StartedBrowser.Address"/>
    Uri Address { get; }

    bool IsRunning { get; }

    /// <summary>Where it puts its downloads, when that is another machine.</summary>
    GridFiles? Files { get; }

    /// <summary>Starts it.</summary>
    /// <param name="how">Its program and arguments.</param>
    /// <param name="gate">Where its own windows lead, which serve nobody.</param>
    /// <param name="cancellation">Ends the waiting; it is then good for nothing.</param>
    Task StartAsync(ChromeStart how, SessionGate gate, CancellationToken cancellation);

    /// <inheritdoc cref="StartedBrowser.QuitAsync"/>
    Task QuitAsync(Func<ValueTask> before);

    /// <inheritdoc cref="StartedBrowser.KillAsync"/>
    Task KillAsync();
}
