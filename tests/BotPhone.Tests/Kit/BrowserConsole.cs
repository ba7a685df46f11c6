using System.Text.Json;
using OpenQA.Selenium;

namespace BotPhone.Tests.Kit;

/// <summary>The console of a page, into which snippets are typed one after another: they may await, and what one declares the next one knows.</summary>
internal sealed class BrowserConsole
{
    private const string Cdp = "cdp";

    private readonly IWebDriver _browser;

    public BrowserConsole(IWebDriver browser)
    {
        _browser = browser;
        ((ICustomDriverCommandExecutor)browser).RegisterCustomDriverCommand(Cdp, new HttpCommandInfo(HttpCommandInfo.PostCommand, "/session/{sessionId}/goog/cdp/execute"));
        // What goes wrong where nobody awaits it is shown too.
        Evaluate(
            """
            globalThis.shown = [];
            console.log = (...parts) => shown.push(parts.map(part => typeof part === 'string' ? part : JSON.stringify(part)).join(' '));
            console.warn = console.error = (...parts) => console.log('console:', ...parts.map(String));
            addEventListener('error', event => console.error(event.message));
            addEventListener('unhandledrejection', event => console.error(event.reason));
            """);
    }

    /// <summary>Runs a snippet to its end.</summary>
    /// <returns>What it showed; with the exception behind it, if it threw one.</returns>
    public async Task<string> RunAsync(string snippet)
    {
        var fault = await Task.Run(() => Evaluate(snippet));
        return ((IJavaScriptExecutor)_browser).ExecuteScript("return shown.splice(0).join('\\n')") + fault;
    }

    /// <summary>What the page shows, from the last snippet on, up to when it has shown a text.</summary>
    public async Task<string> ShownUntilAsync(string text, string snippet = "")
    {
        var shown = new List<string> { await RunAsync(snippet) };
        await Until.TrueAsync(
            async () =>
            {
                if (await RunAsync("") is { Length: > 0 } more) shown.Add(more);
                return shown.Any(part => part.Contains(text, StringComparison.Ordinal));
            },
            $"the page shows '{text}'");
        return string.Join('\n', shown.Where(part => part.Length > 0));
    }

    private string Evaluate(string code)
    {
        var answer = (Dictionary<string, object?>)((ICustomDriverCommandExecutor)_browser).ExecuteCustomDriverCommand(Cdp, new()
        {
            ["cmd"] = "Runtime.evaluate",
            ["params"] = new Dictionary<string, object> { ["expression"] = code, ["replMode"] = true, ["awaitPromise"] = true },
        })!;
        return answer.TryGetValue("exceptionDetails", out var details) ? $"\n{JsonSerializer.Serialize(details)}" : "";
    }
}
