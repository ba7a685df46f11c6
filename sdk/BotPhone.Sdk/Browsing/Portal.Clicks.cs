using OpenQA.Selenium;

namespace BotPhone.Sdk;

public sealed partial class Portal
{
    /// <summary>
    /// Clicks an element once it is visible, enabled and nothing lies over it; and again when something that came in that moment, or a page that
    /// moved, got the click in its place.
    /// </summary>
    /// <param name="target">What to click.</param>
    /// <exception cref="OperatorException"><see cref="ErrorCode.LayoutChanged"/>: it did not get that far; or a sign's code.</exception>
    public Task ClickAsync(Selector target) => StepAsync($"Clicando em {target.Name}", () => ElementAsync(target, Click));

    /// <summary>
    /// Clicks an element if it is there right now, such as the next page's button. One that is there but covered or just being redrawn is
    /// clicked a moment later.
    /// </summary>
    /// <param name="target">What to click.</param>
    /// <returns>Whether it was clicked: false when it is missing, hidden or disabled.</returns>
    /// <exception cref="OperatorException"><see cref="ErrorCode.LayoutChanged"/>: it is there, and something stays over it; or a sign's code.</exception>
    public Task<bool> ClickIfPresentAsync(Selector target) => StepAsync($"Clicando em {target.Name}, se houver", async () => await UntilAsync<object>(
        _options.ElementTimeout,
        _ =>
        {
            if (Usable(target) is not { } element) return false;
            Click(element);
            return true;
        },
        obstacle => Missing(target, obstacle)) is true);

    // A click that takes its page or frame away was done: doing it again could sign in twice. So was one that the page answered with a
    // question; the driver may then not find the element any more, since the page has gone on meanwhile.
    private void Click(IWebElement element)
    {
        var prompts = _prompts;
        Script(PageScript.Aim, element);
        try
        {
            element.Click();
        }
        catch (WebDriverException exception) when (BrowserFault.IsPlaceGone(exception) || exception is UnhandledAlertException || (exception is StaleElementReferenceException && _prompts != prompts))
        {
            return;
        }

        if (!HasHit()) throw new ElementClickInterceptedException("Something else got the click.");
    }

    // A page that does not answer has gone on, and the click with it: it is never made twice on a guess.
    private bool HasHit()
    {
        try
        {
            return Script(PageScript.Hit) is not false;
        }
        catch (WebDriverException)
        {
            return true;
        }
    }

    private object? Script(string script, params object?[] arguments) => ((IJavaScriptExecutor)Driver).ExecuteScript(script, arguments);
}
