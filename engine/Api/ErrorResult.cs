using Microsoft.AspNetCore.Http.HttpResults;

namespace BotPhone.Api;

/// <summary>The errors that endpoints answer with.</summary>
internal static class ErrorResult
{
    public static NotFound<ErrorBody> NotFound(string detail) => TypedResults.NotFound(new ErrorBody(detail));

    public static Conflict<ErrorBody> Conflict(string detail) => TypedResults.Conflict(new ErrorBody(detail));

    public static UnprocessableEntity<FaultsBody> Invalid(IReadOnlyList<FieldFault> faults) => TypedResults.UnprocessableEntity(new FaultsBody(faults));

    public static IResult Unauthorized() => new ErrorWithHeader(StatusCodes.Status401Unauthorized, "Token inválido ou expirado", "WWW-Authenticate", "Bearer");

    public static IResult Busy(string detail) => new ErrorWithHeader(StatusCodes.Status503ServiceUnavailable, detail, "Retry-After", $"{ErrorPages.RetryAfterSeconds}");

    public static IResult TooMany(string detail, string seconds) => new ErrorWithHeader(StatusCodes.Status429TooManyRequests, detail, "Retry-After", seconds);

    public static IResult UpgradeRequired(string detail) => new ErrorWithHeader(StatusCodes.Status426UpgradeRequired, detail, "Upgrade", "websocket");

    /// <summary>Writes an error where there is no endpoint to return it.</summary>
    public static Task WriteAsync(HttpContext http, int status, string detail, string? traceId = null)
    {
        http.Response.StatusCode = status;
        return http.Response.WriteAsJsonAsync(new ErrorBody(detail, traceId), ApiJson.Wire.ErrorBody);
    }

    private sealed class ErrorWithHeader(int status, string detail, string name, string value) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext)
        {
            httpContext.Response.Headers[name] = value;
            return WriteAsync(httpContext, status, detail);
        }
    }
}
