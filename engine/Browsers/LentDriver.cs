using OpenQA.Selenium;

namespace BotPhone.Browsers;

/// <summary>The driver of a browser that serves many, as one session has it.</summary>
internal sealed class LentDriver(LentCommands commands, ICapabilities capabilities) : WebDriver(commands, capabilities), IHasCapabilities, ISupportsLogs
{
    private static readonly string[] Shown = ["browserName", "browserVersion", "platformName", "webSocketUrl"];

    /// <summary>Whether the capabilities were asked for, which name the channel of events: whoever has it may leave a listener or a rule behind.</summary>
    public bool WasAsked { get; set; }

    ICapabilities IHasCapabilities.Capabilities
    {
        get
        {
            WasAsked = true;
            return Capabilities;
        }
    }

    /// <summary>What the driver answered when its browser was started, as far as a session may ask.</summary>
    public static Response Begun(WebDriver driver) => new(
        driver.SessionId.ToString(),
        Shown.Where(driver.Capabilities.HasCapability).ToDictionary(name => name, driver.Capabilities.GetCapability),
        WebDriverResult.Success);
}
