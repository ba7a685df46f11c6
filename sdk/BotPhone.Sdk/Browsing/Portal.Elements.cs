using OpenQA.Selenium;

namespace BotPhone.Sdk;

public sealed partial class Portal
{
    /// <summary>Writes a text into a field, in the place of what was there. The text is never logged.</summary>
    /// <param name="field">The field.</param>
    /// <param name="text">What to write.</param>
    /// <exception cref="OperatorException"><see cref="ErrorCode.LayoutChanged"/>: the field did not appear; or a sign's code.</exception>
    public Task FillAsync(Selector field, string text) => StepAsync($"Preenchendo {field.Name}", () => ElementAsync(field, element =>
    {
        element.Clear();
        element.SendKeys(text);
    }));

    /// <summary>
    /// Types a text key by key behind what the field holds, for a field whose script reshapes what comes at once. The text is never logged.
    /// </summary>
    /// <param name="field">The field.</param>
    /// <param name="text">What to type.</param>
    /// <exception cref="OperatorException"><see cref="ErrorCode.LayoutChanged"/>: the field did not appear; or a sign's code.</exception>
    public Task TypeAsync(Selector field, string text) => StepAsync($"Digitando em {field.Name}", () => ElementAsync(field, element =>
    {
        foreach (var key in text) element.SendKeys(key.ToString());
    }));

    /// <summary>Chooses an option of a <c>select</c> by its whole text, white space around it aside.</summary>
    /// <param name="list">The <c>select</c> element.</param>
    /// <param name="option">The option's text; case matters, and a part is not enough.</param>
    /// <exception cref="OperatorException"><see cref="ErrorCode.LayoutChanged"/>: no list, or no such option in it; or a sign's code.</exception>
    public Task ChooseAsync(Selector list, string option) => StepAsync($"Escolhendo '{option}' em {list.Name}", () => UntilAsync(
        _options.ElementTimeout,
        driver =>
        {
            var found = Usable(driver, list.By)?.FindElements(By.TagName("option")).FirstOrDefault(one => one.Text.Trim() == option.Trim());
            found?.Click();
            return found;
        },
        obstacle => new OperatorException(ErrorCode.LayoutChanged, $"não encontrei a opção '{option}' em {list}", obstacle)));

    /// <summary>Clicks an element once it is visible, enabled and nothing lies over it.</summary>
    /// <param name="target">What to click.</param>
    /// <exception cref="OperatorException"><see cref="ErrorCode.LayoutChanged"/>: it did not get that far; or a sign's code.</exception>
    public Task ClickAsync(Selector target) => StepAsync($"Clicando em {target.Name}", () => ElementAsync(target, Click));

    /// <summary>Clicks an element if it can be clicked right now, such as a banner's button or the next page's.</summary>
    /// <param name="target">What to click.</param>
    /// <returns>Whether it was clicked: false when it is missing, hidden or disabled.</returns>
    public Task<bool> ClickIfPresentAsync(Selector target) => StepAsync($"Clicando em {target.Name}, se houver", () => AskAsync(driver =>
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
    /// <exception cref="OperatorException"><see cref="ErrorCode.LayoutChanged"/>: it did not appear; or a sign's code.</exception>
    public Task WaitForAsync(Selector target) => StepAsync($"Esperando {target.Name}", () => UntilAsync(
        _options.ElementTimeout, driver => Visible(driver, target.By), obstacle => Missing(target, obstacle)));

    /// <summary>Waits until an element, such as a spinner, is not visible. One that was never there counts as gone.</summary>
    /// <param name="target">The element.</param>
    /// <exception cref="OperatorException"><see cref="ErrorCode.PageTimeout"/>: it stayed; or a sign's code.</exception>
    public Task WaitGoneAsync(Selector target) => StepAsync($"Esperando {target.Name} sumir", () => UntilAsync(
        _options.ElementTimeout,
        driver => Visible(driver, target.By) is null ? "gone" : null,
        obstacle => new OperatorException(ErrorCode.PageTimeout, $"{target} continuou na página", obstacle)));

    /// <summary>Works inside a frame, then comes back to the page.</summary>
    /// <param name="frame">The <c>iframe</c>.</param>
    /// <param name="inside">What to do there; every call of this portal then means the frame.</param>
    /// <exception cref="OperatorException"><see cref="ErrorCode.LayoutChanged"/>: there is no such frame; or what <paramref name="inside"/> threw.</exception>
    public async Task InFrameAsync(Selector frame, Func<Task> inside)
    {
        ArgumentNullException.ThrowIfNull(inside);
        await StepAsync($"Passando para {frame.Name}", () => ElementAsync(frame, element => Driver.SwitchTo().Frame(element)));
        _frame = frame;
        try
        {
            await inside();
        }
        finally
        {
            _frame = null;
            await LeaveAsync(driver => driver.SwitchTo().DefaultContent());
        }
    }

    private async Task LeaveAsync(Action<IWebDriver> leave)
    {
        try
        {
            await AskAsync(leave);
        }
        catch (Exception exception) when (exception is WebDriverException or OperationCanceledException)
        {
            // What happened inside matters more; a browser that is gone shows at the next call.
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

    // A click that takes its page or frame away was done: doing it again could sign in twice.
    private static void Click(IWebElement element)
    {
        try
        {
            element.Click();
        }
        catch (WebDriverException exception) when (BrowserFault.IsPlaceGone(exception))
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
