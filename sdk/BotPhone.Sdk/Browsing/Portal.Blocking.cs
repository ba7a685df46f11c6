using OpenQA.Selenium;
using OpenQA.Selenium.Remote;

namespace BotPhone.Sdk;

public sealed partial class Portal
{
    private const string DevTools = "botphoneDevTools";
    private static readonly CommandInfo ToDevTools = new HttpCommandInfo(HttpCommandInfo.PostCommand, "/session/{sessionId}/goog/cdp/execute");

    // In the window that the driver is in and its frames, for as long as it is there. Chromium looks at addresses only where it tells of requests.
    private async Task BlockAsync()
    {
        if (_isFirefox || _options.BlockedUrls.Count == 0) return;
        await AskAsync(driver =>
        {
            var commands = (ICustomDriverCommandExecutor)driver;
            commands.RegisterCustomDriverCommand(DevTools, ToDevTools);
            Send("Network.enable", []);
            Send("Network.setBlockedURLs", new() { ["urls"] = _options.BlockedUrls.ToArray() });

            void Send(string name, Dictionary<string, object> parameters) =>
                commands.ExecuteCustomDriverCommand(DevTools, new() { ["cmd"] = name, ["params"] = parameters });
        });
    }
}
