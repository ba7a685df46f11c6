using Microsoft.Net.Http.Headers;

namespace BotPhone.Api;

/// <summary>Tells browsers to take what is sent for what it is, to keep no copy, and to run and frame nothing, unless an endpoint says otherwise.</summary>
internal static class SecurityHeaders
{
    private const string Documentation = "/docs";
    private const string NothingRuns = "default-src 'none'; frame-ancestors 'none'";
    private const string OnlyOurs = "default-src 'self'; img-src 'self' data:; style-src 'self' 'unsafe-inline'; frame-ancestors 'none'";

    public static void UseSecurityHeaders(this WebApplication app) => app.Use((http, next) =>
    {
        var headers = http.Response.Headers;
        http.Response.OnStarting(() =>
        {
            headers.XContentTypeOptions = "nosniff";
            headers.XFrameOptions = "DENY";
            headers["Referrer-Policy"] = "no-referrer";
            if (!headers.ContainsKey(HeaderNames.ContentSecurityPolicy))
                headers.ContentSecurityPolicy = http.Request.Path.StartsWithSegments(Documentation, StringComparison.Ordinal) ? OnlyOurs : NothingRuns;
            if (!headers.ContainsKey(HeaderNames.CacheControl)) headers.CacheControl = "no-store";
            return Task.CompletedTask;
        });
        return next(http);
    });
}
