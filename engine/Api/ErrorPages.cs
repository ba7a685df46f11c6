using System.Diagnostics;
using Microsoft.AspNetCore.Diagnostics;

namespace BotPhone.Api;

/// <summary>The one place where faults and empty error responses become the contract's bodies.</summary>
internal static class ErrorPages
{
    public static void UseErrorPages(this WebApplication app)
    {
        app.UseExceptionHandler(new ExceptionHandlerOptions { ExceptionHandler = WriteFaultAsync, SuppressDiagnosticsCallback = _ => false });
        app.UseStatusCodePages(context => WriteStatusAsync(context.HttpContext));
        app.Use(RefuseWhileStopping);
    }

    private static Task WriteFaultAsync(HttpContext http) => http.Features.Get<IExceptionHandlerFeature>()?.Error switch
    {
        BadHttpRequestException { StatusCode: StatusCodes.Status413PayloadTooLarge } => WriteStatusAsync(http, StatusCodes.Status413PayloadTooLarge),
        BadHttpRequestException { StatusCode: var status } => WriteStatusAsync(http, status),
        _ => ErrorResult.WriteAsync(
            http, StatusCodes.Status500InternalServerError, "Erro interno do servidor", Activity.Current?.TraceId.ToString() ?? http.TraceIdentifier),
    };

    private static Task WriteStatusAsync(HttpContext http) => WriteStatusAsync(http, http.Response.StatusCode);

    private static Task WriteStatusAsync(HttpContext http, int status) => ErrorResult.WriteAsync(http, status, status switch
    {
        StatusCodes.Status401Unauthorized or StatusCodes.Status403Forbidden => "Token inválido ou expirado",
        StatusCodes.Status404NotFound => "Recurso não encontrado",
        StatusCodes.Status405MethodNotAllowed => "Método não permitido",
        StatusCodes.Status413PayloadTooLarge => "Corpo da requisição grande demais",
        StatusCodes.Status416RangeNotSatisfiable => "Intervalo fora do arquivo",
        _ => "Requisição inválida",
    });

    private static Task RefuseWhileStopping(HttpContext http, RequestDelegate next)
    {
        var lifetime = http.RequestServices.GetRequiredService<IHostApplicationLifetime>();
        if (!lifetime.ApplicationStopping.IsCancellationRequested || !HttpMethods.IsPost(http.Request.Method)) return next(http);
        return ErrorResult.Busy("O servidor está parando: tente de novo em instantes").ExecuteAsync(http);
    }
}
