namespace BotPhone.Browsers;

/// <summary>How a Chromium is started, as far as one may differ from another.</summary>
/// <param name="Browser">The browser's program.</param>
/// <param name="Driver">The driver's program.</param>
/// <param name="Headless">Without a window.</param>
/// <param name="Arguments">More arguments for its command line.</param>
internal sealed record ChromeStart(string Browser, string Driver, bool Headless, IReadOnlyList<string> Arguments)
{
    /// <summary>The same for those that may stand in for each other.</summary>
    public string Key { get; } = string.Join('\n', [Browser, Driver, Headless.ToString(), .. Arguments]);
}
