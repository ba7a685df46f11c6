using OpenQA.Selenium;

namespace BotPhone.Sdk;

// Turns what the driver throws into the failure that it means.
internal static class BrowserFault
{
    public static OperatorException? Translate(Exception exception) => exception switch
    {
        WebDriverTimeoutException => new(ErrorCode.PageTimeout, ErrorCode.PageTimeout.Explanation, exception),
        WebDriverException { Message: var message } => FromMessage(message, exception),
        HttpRequestException or ObjectDisposedException or InvalidOperationException { Source: "Selenium.WebDriver" } => BrowserGone(exception),
        _ => null,
    };

    // Only what may pass by itself a moment later: the page is being redrawn, or something lies over the element.
    public static bool IsTransient(Exception exception) => exception is
        StaleElementReferenceException or NoSuchElementException or ElementClickInterceptedException or ElementNotInteractableException
        or DetachedShadowRootException || IsPlaceGone(exception);

    // The frame in which the command worked is there no more.
    public static bool IsPlaceGone(Exception exception) => exception is NoSuchFrameException
        || (exception is WebDriverException && exception.Message.Contains("frame detached", StringComparison.OrdinalIgnoreCase));

    private static OperatorException? FromMessage(string message, Exception exception)
    {
        if (Has("ERR_CERT", "ERR_SSL")) return new(ErrorCode.Certificate, ErrorCode.Certificate.Explanation, exception);
        if (Has("ERR_TOO_MANY_REDIRECTS")) return new(ErrorCode.Redirect, ErrorCode.Redirect.Explanation, exception);
        if (Has("ERR_TIMED_OUT", "ERR_CONNECTION_TIMED_OUT", "timed out")) return new(ErrorCode.PageTimeout, ErrorCode.PageTimeout.Explanation, exception);
        if (Has("net::ERR_")) return new(ErrorCode.PortalUnavailable, $"a conexão com o portal falhou ({NetworkError(message)})", exception);
        if (Has("invalid session id", "disconnected", "not reachable", "no such window", "tab crashed", "session deleted", "actively refused", "Connection refused"))
            return BrowserGone(exception);
        return null;

        bool Has(params ReadOnlySpan<string> parts)
        {
            foreach (var part in parts)
                if (message.Contains(part, StringComparison.OrdinalIgnoreCase)) return true;
            return false;
        }
    }

    private static OperatorException BrowserGone(Exception exception) =>
        new(ErrorCode.PortalUnavailable, "o navegador parou no meio do trabalho", exception);

    private static string NetworkError(string message)
    {
        var name = message[message.IndexOf("net::ERR_", StringComparison.OrdinalIgnoreCase)..];
        return string.Concat(name.Skip("net::".Length).TakeWhile(c => char.IsAsciiLetterOrDigit(c) || c == '_'));
    }
}
