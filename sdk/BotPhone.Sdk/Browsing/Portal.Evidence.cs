using System.Collections.Concurrent;
using System.Text;
using OpenQA.Selenium;
using OpenQA.Selenium.BiDi.BrowsingContext;
using OpenQA.Selenium.BiDi.Log;

namespace BotPhone.Sdk;

public sealed partial class Portal
{
    private const int MostMessages = 50;
    private const int DeepestFrame = 3;

    private readonly ConcurrentQueue<string> _console = new();
    private PageEvidence? _fromWindow;
    private volatile int _prompts;

    /// <summary>
    /// Takes down what the page is like: for the server, which does so when a job fails. Password fields and the session's secrets
    /// (<see cref="PortalOptions.Secrets"/>) are blanked in the page itself first, so nothing more should be done in it.
    /// </summary>
    /// <param name="limit">The longest that it may take.</param>
    /// <returns>Null when the browser does not answer.</returns>
    public async Task<PageEvidence?> CaptureAsync(TimeSpan limit)
    {
        if (_fromWindow is { } seen) return seen;
        try
        {
            return await Task.Run(Capture).WaitAsync(limit, _options.Time);
        }
        catch (Exception exception) when (exception is WebDriverException or TimeoutException or HttpRequestException or ObjectDisposedException or InvalidOperationException)
        {
            return null;
        }
    }

    private PageEvidence Capture()
    {
        Driver.SwitchTo().DefaultContent();
        var source = new StringBuilder();
        BlankAndRead(source, depth: 0);
        var picture = ((ITakesScreenshot)Driver).GetScreenshot().AsByteArray;
        return new PageEvidence(Driver.Url, _step, picture, source.ToString(), [.. _console]);
    }

    private void BlankAndRead(StringBuilder source, int depth)
    {
        ((IJavaScriptExecutor)Driver).ExecuteScript(PageScript.Blank, _options.Secrets);
        source.AppendLine(Driver.PageSource);
        if (depth == DeepestFrame) return;
        foreach (var frame in Driver.FindElements(By.CssSelector("iframe, frame")))
        {
            try
            {
                Driver.SwitchTo().Frame(frame);
            }
            catch (WebDriverException exception) when (BrowserFault.IsTransient(exception))
            {
                // It went away in the meantime.
                continue;
            }

            BlankAndRead(source, depth + 1);
            Driver.SwitchTo().ParentFrame();
        }
    }

    private void OnMessage(EntryAddedEventArgs entry)
    {
        _console.Enqueue($"{entry.Level}: {entry.Text}");
        if (_console.Count > MostMessages) _console.TryDequeue(out _);
    }

    // The session accepts it by itself; what it said may explain what comes next.
    private void OnPrompt(UserPromptOpenedEventArgs prompt)
    {
        Interlocked.Increment(ref _prompts);
        if (prompt.Type != UserPromptType.BeforeUnload) PortalLog.Prompt(_options.Log, prompt.Message);
    }
}
