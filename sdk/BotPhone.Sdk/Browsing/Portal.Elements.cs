using OpenQA.Selenium;
using OpenQA.Selenium.Interactions;

namespace BotPhone.Sdk;

public sealed partial class Portal
{
    /// <summary>Clicks an element once it is visible, enabled and nothing lies over it.</summary>
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
        driver =>
        {
            if (Usable(driver, target.By) is not { } element) return false;
            Click(element);
            return true;
        },
        obstacle => Missing(target, obstacle)) is true);

    /// <summary>Moves the mouse over an element, once nothing lies over it, for menus that open under it.</summary>
    /// <param name="target">The element.</param>
    /// <exception cref="OperatorException"><see cref="ErrorCode.LayoutChanged"/>: it did not appear; or a sign's code.</exception>
    public Task HoverAsync(Selector target) => StepAsync($"Passando o mouse sobre {target.Name}", () => ElementAsync(
        target, element =>
        {
            new Actions(Driver).MoveToElement(element).Perform();
            if (((IJavaScriptExecutor)Driver).ExecuteScript("return arguments[0].matches(':hover')", element) is false)
                throw new ElementClickInterceptedException($"Something lies over '{target.Name}'.");
        }));

    /// <summary>Reads the text that an element shows, white space around it removed.</summary>
    /// <param name="source">The element.</param>
    /// <exception cref="OperatorException"><see cref="ErrorCode.LayoutChanged"/>: it did not appear, or stayed empty; or a sign's code.</exception>
    public Task<string> ReadAsync(Selector source) => StepAsync($"Lendo {source.Name}", () => UntilAsync(
        _options.ElementTimeout,
        driver => Visible(driver, source.By)?.Text.Trim() is { Length: > 0 } text ? text : null,
        obstacle => Missing(source, obstacle)));

    /// <summary>Waits until an element is visible.</summary>
    /// <param name="target">The element.</param>
    /// <param name="limit">For what a portal needs its own time for; <see langword="null"/> (the default) for the usual limit.</param>
    /// <exception cref="OperatorException"><see cref="ErrorCode.LayoutChanged"/>: it did not appear; or a sign's code.</exception>
    public Task WaitForAsync(Selector target, TimeSpan? limit = null) => StepAsync($"Esperando {target.Name}", () => UntilAsync(
        limit ?? _options.ElementTimeout, driver => Visible(driver, target.By), obstacle => Missing(target, obstacle)));

    /// <summary>Waits until one of several elements is visible, where a portal may go on in more than one way.</summary>
    /// <param name="candidates">The elements, the more important first.</param>
    /// <param name="limit">For what a portal needs its own time for; <see langword="null"/> (the default) for the usual limit.</param>
    /// <returns>The one that is visible.</returns>
    /// <exception cref="OperatorException"><see cref="ErrorCode.LayoutChanged"/>: none appeared; or a sign's code.</exception>
    public Task<Selector> WaitForAnyAsync(IReadOnlyList<Selector> candidates, TimeSpan? limit = null)
    {
        var names = string.Join(" ou ", candidates.Select(one => one.Name));
        return StepAsync($"Esperando {names}", () => UntilAsync(
            limit ?? _options.ElementTimeout,
            driver => candidates.FirstOrDefault(one => Visible(driver, one.By) is not null),
            obstacle => new OperatorException(ErrorCode.LayoutChanged, $"não encontrei {string.Join(" nem ", candidates)} na página", obstacle)));
    }

    /// <summary>Whether an element is visible right now. Nothing is waited for: ask it of a page that is known to be complete.</summary>
    /// <param name="target">The element.</param>
    public Task<bool> IsShownAsync(Selector target) => StepAsync($"Procurando {target.Name}", () => AskAsync(driver => Visible(driver, target.By) is not null));

    /// <summary>Waits until an element, such as a spinner, is not visible. One that was never there counts as gone.</summary>
    /// <param name="target">The element.</param>
    /// <exception cref="OperatorException"><see cref="ErrorCode.PageTimeout"/>: it stayed; or a sign's code.</exception>
    public Task WaitGoneAsync(Selector target) => StepAsync($"Esperando {target.Name} sumir", () => UntilAsync(
        _options.ElementTimeout,
        driver => Visible(driver, target.By) is null ? "gone" : null,
        obstacle => new OperatorException(ErrorCode.PageTimeout, $"{target} continuou na página", obstacle)));

    // Right now or not at all.
    private bool ClickIfPresent(IWebDriver driver, Selector target)
    {
        try
        {
            if (Usable(driver, target.By) is not { } element) return false;
            Click(element);
            return true;
        }
        catch (Exception exception) when (BrowserFault.IsTransient(exception))
        {
            return false;
        }
    }

    private Task ElementAsync(Selector target, Action<IWebElement> act) => UntilAsync(
        _options.ElementTimeout,
        driver =>
        {
            var element = Usable(driver, target.By);
            if (element is not null) act(element);
            return element;
        },
        obstacle => Missing(target, obstacle));

    // A click that takes its page or frame away was done: doing it again could sign in twice. So was one that the page answered with a
    // question; the driver may then not find the element any more, since the page has gone on meanwhile.
    private void Click(IWebElement element)
    {
        var prompts = _prompts;
        try
        {
            element.Click();
        }
        catch (WebDriverException exception) when (BrowserFault.IsPlaceGone(exception) || exception is UnhandledAlertException || (exception is StaleElementReferenceException && _prompts != prompts))
        {
            return;
        }
    }

    private static IWebElement? Visible(ISearchContext context, By by) => context.FindElements(by).FirstOrDefault(element => element.Displayed);

    private static IWebElement? Usable(ISearchContext context, By by) => Visible(context, by) is { Enabled: true } element ? element : null;

    private static OperatorException Missing(Selector target, Exception? obstacle) => new(
        ErrorCode.LayoutChanged,
        obstacle is ElementClickInterceptedException ? $"outro elemento ficou sobre {target}" : $"não encontrei {target} na página",
        obstacle);
}
