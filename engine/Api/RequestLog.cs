namespace BotPhone.Api;

/// <summary>A line for each request: method, path, status, time. No query, no header, no body: tokens and passwords are there.</summary>
internal static class RequestLog
{
    private const int LongestPath = 300;

    public static void UseRequestLog(this WebApplication app)
    {
        var log = app.Services.GetRequiredService<ILoggerFactory>().CreateLogger("BotPhone.Api.Requests");
        var time = app.Services.GetRequiredService<TimeProvider>();
        app.Use(async (http, next) =>
        {
            var start = time.GetTimestamp();
            try
            {
                await next(http);
            }
            finally
            {
                if (log.IsEnabled(LogLevel.Information) && !RateLimit.IsExempt(http.Request.Path))
                    ApiLog.Request(log, http.Request.Method, PathOf(http.Request), http.Response.StatusCode, (long)time.GetElapsedTime(start).TotalMilliseconds);
            }
        });
    }

    // Escaped as it was sent: a path cannot forge a line.
    private static string PathOf(HttpRequest request)
    {
        var path = request.Path.ToUriComponent();
        return path.Length > LongestPath ? path[..LongestPath] + "…" : path;
    }
}
