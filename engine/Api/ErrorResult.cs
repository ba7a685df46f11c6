using Microsoft.AspNetCore.Http.HttpResults;

namespace BotPhone.Api;

/// <summary>The errors that endpoints answer with.</summary>
internal static class ErrorResult
{
    public static JsonHttpResult<ErrorBody> NotFound(string detail) => Json(detail, StatusCodes.Status404NotFound);

    public static JsonHttpResult<FaultsBody> Invalid(IReadOnlyList<FieldFault> faults) =>
        TypedResults.Json(new FaultsBody(faults), ApiJson.Wire.FaultsBody, statusCode: StatusCodes.Status422UnprocessableEntity);

    public static JsonHttpResult<ErrorBody> Json(string detail, int status) =>
        TypedResults.Json(new ErrorBody(detail), ApiJson.Wire.ErrorBody, statusCode: status);

    /// <summary>Writes an error where there is no endpoint to return it.</summary>
    public static Task WriteAsync(HttpContext http, int status, string detail, string? traceId = null)
    {
        http.Response.StatusCode = status;
        return http.Response.WriteAsJsonAsync(new ErrorBody(detail, traceId), ApiJson.Wire.ErrorBody);
    }
}
