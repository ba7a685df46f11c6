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
        if (_busy is { } busy && await AskAsync(driver => Visible(driver, busy.By)) is not null)
            throw new OperatorException(ErrorCode.PageTimeout, $"a página continuou carregando: {busy} não sumiu");
    }

    // Looks in the page, then in each frame that a sign names, and goes back to where the operator was.
    private (Sign Sign, string Text)? FindSign(IWebDriver driver)
    {
        try
        {
            driver.SwitchTo().DefaultContent();
            foreach (var place in _signs.GroupBy(sign => sign.Frame))
            {
                if (place.Key is null || Enter(driver, place.Key))
                {
                    if (Shown(driver, [.. place]) is { } seen) return seen;
                }

                driver.SwitchTo().DefaultContent();
            }
        }
        catch (WebDriverException exception) when (BrowserFault.IsTransient(exception) || exception is JavaScriptException)
        {
            // The page is changing right now: the next round sees it.
        }
        finally
        {
            if (_frame is not null) Enter(driver, _frame);
        }

        return null;
    }

    private static (Sign Sign, string Text)? Shown(IWebDriver driver, IReadOnlyList<Sign> signs)
    {
        var wanted = JsonSerializer.Serialize([.. signs.Select(SignQuery.Of)], SdkJson.Default.SignQueryArray);
        if (((IJavaScriptExecutor)driver).ExecuteScript(PageScript.Signs, wanted) is not IReadOnlyDictionary<string, object?> found) return null;
        return (signs[Convert.ToInt32(found["index"], null)], (string?)found["text"] ?? "");
    }

    private static bool Enter(IWebDriver driver, Selector frame)
    {
        if (Visible(driver, frame.By) is not { } element) return false;
        driver.SwitchTo().Frame(element);
        return true;
    }
}
