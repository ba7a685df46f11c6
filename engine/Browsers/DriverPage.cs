using System.Net.WebSockets;
using System.Text.Json.Nodes;
using OpenQA.Selenium;

namespace BotPhone.Browsers;

/// <summary>
/// The page of a Chromium in which its driver works. It writes each message of the browser's on itself, where nobody sees it, and drawing that takes
/// as much of the processor as the portals do.
/// </summary>
internal static class DriverPage
{
    private const string Title = "BiDi-CDP Mapper";
    private const string Quieten = """{"id":1,"method":"Runtime.evaluate","params":{"expression":"document.getElementById('logs')?.remove()"}}""";

    /// <summary>Takes away what it writes on. Where there is no such page, all stays as it is.</summary>
    public static async Task QuietenAsync(IHasCapabilities driver, CancellationToken cancellation)
    {
        if (driver.Capabilities.GetCapability("goog:chromeOptions") is not IDictionary<string, object> chrome || !chrome.TryGetValue("debuggerAddress", out var address)) return;
        using var http = new HttpClient(new SocketsHttpHandler { UseProxy = false });
        var pages = JsonNode.Parse(await http.GetStringAsync(new Uri($"http://{address}/json/list"), cancellation))!.AsArray();
        if (pages.FirstOrDefault(page => (string?)page!["title"] == Title) is not { } own) return;
        using var page = new ClientWebSocket();
        page.Options.Proxy = null;
        await page.ConnectAsync(new Uri((string)own["webSocketDebuggerUrl"]!), cancellation);
        await page.SendAsync(System.Text.Encoding.UTF8.GetBytes(Quieten), WebSocketMessageType.Text, endOfMessage: true, cancellation);
        await page.ReceiveAsync(new byte[1024], cancellation);
    }
}
