using System.Globalization;
using BotPhone.Api;
using Carter;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Server.Kestrel.Core.Features;

namespace BotPhone.Notifications;

/// <summary><c>GET /events/logs</c> and <c>WS /ws/notifications</c>: open, unless <c>Auth:ProtectStreams</c> says otherwise.</summary>
internal sealed class NotificationsModule : ICarterModule
{
    private const string TooManyClients = "Conexões demais: tente de novo em instantes";
    private const string NoWebSocket = "Esta rota atende WebSocket: conecte com ws:// ou wss://";

    public void AddRoutes(IEndpointRouteBuilder app)
    {
        // Made now, so that they are measured before the first client comes.
        app.ServiceProvider.GetRequiredService<StreamPlaces>();
        var streams = app.MapGroup("").AddEndpointFilter(AdmitAsync);
        streams.MapGet("/events/logs", FollowAsync)
            .WithDocs("acompanharLogs", ApiTags.Live, "Acompanha os logs ao vivo (SSE)",
                "Cada linha de cada job, como server-sent events para `EventSource`. Sem token, os valores que identificam o cliente aparecem só com os três últimos caracteres.")
            .WithParameter(ParameterDoc.Query("job_id", "Só as linhas deste job") with { Format = "uuid" })
            .WithParameter(ParameterDoc.Query("operadora", "Só as linhas dos jobs da operadora com este código"))
            .WithParameter(ParameterDoc.Query("access_token", "O token, para quem não pode enviar o cabeçalho `Authorization`"))
            .WithParameter(ParameterDoc.Header("Last-Event-ID", "O `id` do último evento recebido: continua dali, sem falta nem repetição"))
            .WithContent(StatusCodes.Status200OK, "Eventos, enquanto a conexão durar", "text/event-stream")
            .WithError(StatusCodes.Status401Unauthorized)
            .WithAnswer(StatusCodes.Status422UnprocessableEntity, "O `job_id` não é um UUID", typeof(FaultsBody))
            .WithFault(FieldFault.NotUuid("query", "job_id"))
            .WithError(StatusCodes.Status503ServiceUnavailable, TooManyClients);
        streams.MapGet("/ws/notifications", TalkAsync)
            .WithDocs("receberNotificacoes", ApiTags.Live, "Recebe notificações ao vivo (WebSocket)",
                "Conecte com `ws://` e envie `{\"action\":\"subscribe\",\"job_id\":\"…\"}`: vêm o estado do job, as linhas já escritas e, depois, tudo o que acontecer. `job_id` pode ser `*`. Há também `unsubscribe` e `ping`. O token pode vir no cabeçalho, em `access_token` ou no campo `token` da primeira mensagem.")
            .WithParameter(ParameterDoc.Query("access_token", "O token, para quem não pode enviar o cabeçalho `Authorization`"))
            .WithAnswer(StatusCodes.Status101SwitchingProtocols, "A conversa segue por WebSocket")
            .WithError(StatusCodes.Status401Unauthorized)
            .WithError(StatusCodes.Status426UpgradeRequired, NoWebSocket)
            .WithError(StatusCodes.Status503ServiceUnavailable, TooManyClients);
    }

    /// <summary>A token that is given is checked, and there is a place for the client.</summary>
    private static async ValueTask<object?> AdmitAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        if (await StreamToken.CheckAsync(http.Request, http.RequestServices.GetRequiredService<IStreamAccess>()) is not { } whole) return ErrorResult.Unauthorized();

        if (!http.RequestServices.GetRequiredService<StreamPlaces>().TryTake(http)) return ErrorResult.Busy(TooManyClients);
        http.Items[nameof(StreamToken)] = whole;
        return await next(context);
    }

    private static IResult FollowAsync(
        HttpContext http, LogStream stream, IStreamAccess access,
        [FromQuery(Name = "job_id")] string? jobId, string? operadora, [FromHeader(Name = "Last-Event-ID")] string? lastEventId)
    {
        var whole = MaySeeAll(http);
        if (!whole && access.NeedsToken) return ErrorResult.Unauthorized();
        if (jobId is not null && !Guid.TryParseExact(jobId, "D", out _)) return ErrorResult.Invalid([FieldFault.NotUuid("query", "job_id")]);

        // A client that reads slowly is told what it missed; it is not cut off.
        if (http.Features.Get<IHttpMinResponseDataRateFeature>() is { } rate) rate.MinDataRate = null;
        http.Response.Headers["X-Accel-Buffering"] = "no";
        var request = new LogStreamRequest(
            jobId is null ? null : Guid.ParseExact(jobId, "D"), operadora,
            long.TryParse(lastEventId, NumberStyles.None, CultureInfo.InvariantCulture, out var last) ? last : null, whole);
        return TypedResults.ServerSentEvents(stream.FollowAsync(request, http.RequestAborted));
    }

    private static async Task<IResult> TalkAsync(HttpContext http, SocketServices services)
    {
        if (!http.WebSockets.IsWebSocketRequest) return ErrorResult.UpgradeRequired(NoWebSocket);
        using var socket = await http.WebSockets.AcceptWebSocketAsync();
        await using var client = new SocketClient(socket, services, MaySeeAll(http));
        await client.RunAsync();
        return TypedResults.Empty;
    }

    private static bool MaySeeAll(HttpContext http) => http.Items[nameof(StreamToken)] is true;
}
