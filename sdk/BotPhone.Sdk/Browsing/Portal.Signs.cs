using System.Text.Json;
using OpenQA.Selenium;

namespace BotPhone.Sdk;

public sealed partial class Portal
{
    private async Task ThrowIfSignAsync()
    {
        if (await SeenSignAsync() is { } fault) throw fault;
    }

    private async Task<OperatorException?> SeenSignAsync()
    {
        if (_signs.Count == 0 || await AskAsync(FindSign) is not { } seen) return null;
        return new(seen.Sign.Code, seen.Text.Length > 0 ? $"{seen.Sign.Code.Explanation} (\"{seen.Text}\")" : seen.Sign.Code.Explanation);
    }

    private async Task ThrowIfBusyAsync()
    {
        if (_busy is { } busy && await AskAsync(_ => Visible(busy)) is not null)
            throw new OperatorException(ErrorCode.PageTimeout, $"a página continuou carregando: {busy} não sumiu");
    }

    // Looks in the page, then in each frame that a sign names, and goes back to where the operator was.
    private (Sign Sign, string Text)? FindSign(IWebDriver driver)
    {
        var isInside = _frame is not null;
        try
        {
            foreach (var place in _signs.GroupBy(sign => sign.Frame))
            {
                if (isInside) driver.SwitchTo().DefaultContent();
                isInside = place.Key is not null && Enter(driver, place.Key);
                if ((place.Key is null || isInside) && Shown([.. place]) is { } seen) return seen;
            }
        }
        catch (WebDriverException exception) when (BrowserFault.IsTransient(exception) || exception is JavaScriptException)
        {
            // The page is changing right now: the next round sees it.
        }
        finally
        {
            if (isInside) driver.SwitchTo().DefaultContent();
            if (_frame is not null) Enter(driver, _frame);
        }

        return null;
    }

    private (Sign Sign, string Text)? Shown(IReadOnlyList<Sign> signs)
    {
        var wanted = JsonSerializer.Serialize([.. signs.Select(SignQuery.Of)], SdkJson.Default.SignQueryArray);
        if (Script(PageScript.Signs, wanted) is not IReadOnlyDictionary<string, object?> found) return null;
        return (signs[Convert.ToInt32(found["index"], null)], (string?)found["text"] ?? "");
    }

    private bool Enter(IWebDriver driver, Selector frame)
    {
        if (Visible(frame) is not { } element) return false;
        driver.SwitchTo().Frame(element);
        return true;
    }
}
