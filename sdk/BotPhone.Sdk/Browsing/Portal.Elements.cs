using System.Collections;
using System.Text.Json;
using OpenQA.Selenium;
using OpenQA.Selenium.Interactions;

namespace BotPhone.Sdk;

public sealed partial class Portal
{
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
        _ => Visible(source)?.Text.Trim() is { Length: > 0 } text ? text : null,
        obstacle => Missing(source, obstacle)));

    /// <summary>Waits until an element is visible.</summary>
    /// <param name="target">The element.</param>
    /// <param name="limit">For what a portal needs its own time for; <see langword="null"/> (the default) for the usual limit.</param>
    /// <exception cref="OperatorException"><see cref="ErrorCode.LayoutChanged"/>: it did not appear; or a sign's code.</exception>
    public Task WaitForAsync(Selector target, TimeSpan? limit = null) => StepAsync($"Esperando {target.Name}", () => UntilAsync(
        limit ?? _options.ElementTimeout, _ => Visible(target), obstacle => Missing(target, obstacle)));

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
            _ => candidates.Zip(Seen(candidates)).FirstOrDefault(one => one.Second is not null).First,
            obstacle => new OperatorException(ErrorCode.LayoutChanged, $"não encontrei {string.Join(" nem ", candidates)} na página", obstacle)));
    }

    /// <summary>Whether an element is visible right now. Nothing is waited for: ask it of a page that is known to be complete.</summary>
    /// <param name="target">The element.</param>
    public Task<bool> IsShownAsync(Selector target) => StepAsync($"Procurando {target.Name}", () => AskAsync(_ => Visible(target) is not null));

    /// <summary>Waits until an element, such as a spinner, is not visible. One that was never there counts as gone.</summary>
    /// <param name="target">The element.</param>
    /// <exception cref="OperatorException"><see cref="ErrorCode.PageTimeout"/>: it stayed; or a sign's code.</exception>
    public Task WaitGoneAsync(Selector target) => StepAsync($"Esperando {target.Name} sumir", () => UntilAsync(
        _options.ElementTimeout,
        _ => Visible(target) is null ? "gone" : null,
        obstacle => new OperatorException(ErrorCode.PageTimeout, $"{target} continuou na página", obstacle)));

    private Task ElementAsync(Selector target, Action<IWebElement> act) => UntilAsync(
        _options.ElementTimeout,
        _ =>
        {
            var element = Usable(target);
            if (element is not null) act(element);
            return element;
        },
        obstacle => Missing(target, obstacle));

    private IWebElement? Visible(Selector target) => Seen([target])[0];

    private IWebElement? Usable(Selector target, IWebElement? inside = null) => Seen([target], inside, mustBeUsable: true)[0];

    // Of each the first that is seen, in one question to the page: whether an element is seen is asked all the time, and the driver takes long over it.
    // A page that shows a dialog in that moment may leave the question without an answer.
    private IReadOnlyList<IWebElement?> Seen(IEnumerable<Selector> targets, IWebElement? inside = null, bool mustBeUsable = false)
    {
        var wanted = JsonSerializer.Serialize([.. targets.Select(ElementQuery.Of)], SdkJson.Default.ElementQueryArray);
        return Script(PageScript.Seen, wanted, inside, mustBeUsable) is IEnumerable seen
            ? [.. seen.Cast<IWebElement?>()]
            : throw new UnhandledAlertException("The page showed a dialog while it was read.");
    }

    private static OperatorException Missing(Selector target, Exception? obstacle) => new(
        ErrorCode.LayoutChanged,
        obstacle is ElementClickInterceptedException ? $"outro elemento ficou sobre {target}" : $"não encontrei {target} na página",
        obstacle);
}
