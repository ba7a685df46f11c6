using Microsoft.AspNetCore.Http.HttpResults;

namespace BotPhone.Api;

/// <summary>The errors that endpoints answer with.</summary>
internal static class ErrorResult
{
    public static NotFound<ErrorBody> NotFound(string detail) => TypedResults.NotFound(new ErrorBody(detail));

    public static Conflict<ErrorBody> Conflict(string detail) => TypedResults.Conflict(new ErrorBody(detail));

    public static UnprocessableEntity<FaultsBody> Invalid(IReadOnlyList<FieldFault> faults) => TypedResults.UnprocessableEntity(new FaultsBody(faults));

    /// <summary>Writes an error where there is no endpoint to return it.</summary>
    public static Task WriteAsync(HttpContext http, int status, string detail, string? traceId = null)
    {
        http.Response.StatusCode = status;
        return http.Response.WriteAsJsonAsync(new ErrorBody(detail, traceId), ApiJson.Wire.ErrorBody);
    }
}
