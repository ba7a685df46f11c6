using System.Net.WebSockets;
using OpenQA.Selenium;

namespace BotPhone.Sdk;

// Turns what the driver throws into the failure that it means.
internal static class BrowserFault
{
    public static OperatorException? Translate(Exception exception) => exception switch
    {
        WebDriverException { InnerException: HttpRequestException } => BrowserGone(exception),
        WebDriverTimeoutException => new(ErrorCode.PageTimeout, ErrorCode.PageTimeout.Explanation, exception),
        WebDriverException { Message: var message } => FromNetwork(message, exception) ?? FromBrowser(message, exception),
        HttpRequestException or ObjectDisposedException or WebSocketException or InvalidOperationException { Source: "Selenium.WebDriver" } => BrowserGone(exception),
        // Not the job's own end: the driver has waited in vain.
        OperationCanceledException => BrowserGone(exception),
        _ => null,
    };

    // Only what may pass by itself a moment later: the page is being redrawn, or something lies over the element.
    public static bool IsTransient(Exception exception) => exception is
        StaleElementReferenceException or NoSuchElementException or ElementClickInterceptedException or ElementNotInteractableException
        or DetachedShadowRootException || IsPlaceGone(exception);

    /// <summary>The page showed a dialog, which is accepted by itself, or went elsewhere while the driver was at work.</summary>
    public static bool IsInterruption(Exception exception) =>
        !IsPageLost(exception) && (exception is UnhandledAlertException || Has(exception.Message, "aborted by navigation", "Unexpected dialog type", "doesn't have $.Value", "No dialog is showing"));

    /// <summary>The driver has lost the page, which shows a dialog while it loads, and does not find it again.</summary>
    public static bool IsPageLost(Exception exception) => Has(exception.Message, "Not attached to an active page");

    /// <summary>The page did not come through the gate, which may have kept it or not reached it.</summary>
    public static bool IsKept(Exception exception) => Has(exception.Message, "ERR_SOCKS_CONNECTION_FAILED", "about:neterror");

    // The frame in which the command worked is there no more.
    public static bool IsPlaceGone(Exception exception) => exception is NoSuchFrameException
        || (exception is WebDriverException && exception.Message.Contains("frame detached", StringComparison.OrdinalIgnoreCase));

    /// <summary>What the browser's network layer says, such as <c>net::ERR_CONNECTION_RESET</c>.</summary>
    public static OperatorException? FromNetwork(string message, Exception? exception = null)
    {
        if (Has(message, "ERR_CERT", "ERR_SSL")) return new(ErrorCode.Certificate, ErrorCode.Certificate.Explanation, exception);
        if (Has(message, "ERR_TOO_MANY_REDIRECTS")) return new(ErrorCode.Redirect, ErrorCode.Redirect.Explanation, exception);
        if (Has(message, "ERR_TIMED_OUT", "ERR_CONNECTION_TIMED_OUT")) return new(ErrorCode.PageTimeout, ErrorCode.PageTimeout.Explanation, exception);
        return Has(message, "net::ERR_") ? new(ErrorCode.PortalUnavailable, $"a conexão com o portal falhou ({NetworkError(message)})", exception) : null;
    }

    private static OperatorException? FromBrowser(string message, Exception exception)
    {
        if (Has(message, "timed out")) return new(ErrorCode.PageTimeout, ErrorCode.PageTimeout.Explanation, exception);
        return Has(message, "invalid session id", "unable to find session", "disconnected", "not reachable", "no such window", "tab crashed", "session deleted", "Not attached to an active page", "actively refused", "Connection refused")
            ? BrowserGone(exception)
            : null;
    }

    private static bool Has(string message, params ReadOnlySpan<string> parts)
    {
        foreach (var part in parts)
            if (message.Contains(part, StringComparison.OrdinalIgnoreCase)) return true;
        return false;
    }

    private static OperatorException BrowserGone(Exception exception) =>
        new(ErrorCode.PortalUnavailable, "o navegador parou no meio do trabalho", exception);

    private static string NetworkError(string message)
    {
        var name = message[message.IndexOf("net::ERR_", StringComparison.OrdinalIgnoreCase)..];
        return string.Concat(name.Skip("net::".Length).TakeWhile(c => char.IsAsciiLetterOrDigit(c) || c == '_'));
    }
}
