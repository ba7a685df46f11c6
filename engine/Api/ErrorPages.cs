using System.Diagnostics;
using BotPhone.Jobs;
using Microsoft.AspNetCore.Diagnostics;

namespace BotPhone.Api;

/// <summary>The one place where faults and empty error responses become the contract's bodies.</summary>
internal static class ErrorPages
{
    public const int RetryAfterSeconds = 5;
    public const string StoreDown = "O armazenamento das faturas não responde agora: tente de novo em instantes";

    public static void UseErrorPages(this WebApplication app)
    {
        app.UseExceptionHandler(new ExceptionHandlerOptions { ExceptionHandler = WriteFaultAsync, SuppressDiagnosticsCallback = _ => false });
        app.UseStatusCodePages(context => WriteStatusAsync(context.HttpContext));
        app.Use(ForgetUnsentFileAsync);
        app.Use(RefuseWhileStopping);
    }

    /// <summary>What a status without a body of its own is said to be.</summary>
    public static string DetailOf(int status) => status switch
    {
        StatusCodes.Status401Unauthorized or StatusCodes.Status403Forbidden => "Token inválido ou expirado",
        StatusCodes.Status404NotFound => "Recurso não encontrado",
        StatusCodes.Status405MethodNotAllowed => "Método não permitido",
        StatusCodes.Status408RequestTimeout => "A requisição demorou demais para chegar",
        StatusCodes.Status413PayloadTooLarge => "Corpo da requisição grande demais",
        StatusCodes.Status414UriTooLong => "Endereço grande demais",
        StatusCodes.Status416RangeNotSatisfiable => "Intervalo fora do arquivo",
        StatusCodes.Status431RequestHeaderFieldsTooLarge => "Cabeçalhos da requisição grandes demais",
        StatusCodes.Status505HttpVersionNotsupported => "Versão de HTTP não suportada",
        StatusCodes.Status429TooManyRequests => "Requisições demais: tente de novo em instantes",
        StatusCodes.Status500InternalServerError => "Erro interno do servidor",
        StatusCodes.Status503ServiceUnavailable => "O servidor está parando: tente de novo em instantes",
        _ => "Requisição inválida",
    };

    private static Task WriteFaultAsync(HttpContext http) => http.Features.Get<IExceptionHandlerFeature>()?.Error switch
    {
        BadHttpRequestException { StatusCode: StatusCodes.Status413PayloadTooLarge } => WriteStatusAsync(http, StatusCodes.Status413PayloadTooLarge),
        BadHttpRequestException { StatusCode: var status } => WriteStatusAsync(http, status),
        NotStoredException => ErrorResult.Busy("O servidor não consegue gravar agora: tente de novo em instantes").ExecuteAsync(http),
        StoreAwayException => ErrorResult.Busy("O banco de jobs não responde agora: tente de novo em instantes").ExecuteAsync(http),
        DocumentStoreException => ErrorResult.Busy(StoreDown).ExecuteAsync(http),
        _ => ErrorResult.WriteAsync(
            http, StatusCodes.Status500InternalServerError, DetailOf(500), Activity.Current?.TraceId.ToString() ?? http.TraceIdentifier),
    };

    private static Task WriteStatusAsync(HttpContext http) => WriteStatusAsync(http, http.Response.StatusCode);

    private static Task WriteStatusAsync(HttpContext http, int status) => ErrorResult.WriteAsync(http, status, DetailOf(status));

    // A range outside of a file leaves the file's type and a length of 0, and so would pass for an answer that is written.
    private static async Task ForgetUnsentFileAsync(HttpContext http, RequestDelegate next)
    {
        await next(http);
        if (http.Response is { StatusCode: StatusCodes.Status416RangeNotSatisfiable, HasStarted: false } answer)
            (answer.ContentType, answer.ContentLength) = (null, null);
    }

    private static Task RefuseWhileStopping(HttpContext http, RequestDelegate next)
    {
        var lifetime = http.RequestServices.GetRequiredService<IHostApplicationLifetime>();
        if (!lifetime.ApplicationStopping.IsCancellationRequested || !HttpMethods.IsPost(http.Request.Method)) return next(http);
        return ErrorResult.Busy(DetailOf(StatusCodes.Status503ServiceUnavailable)).ExecuteAsync(http);
    }
}
