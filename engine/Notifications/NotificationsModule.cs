using System.Globalization;
using BotPhone.Api;
using Carter;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Server.Kestrel.Core.Features;

namespace BotPhone.Notifications;

/// <summary><c>GET /events/logs</c> and <c>WS /ws/notifications</c>: open, unless <c>Auth:ProtectStreams</c> says otherwise.</summary>
internal sealed class NotificationsModule : ICarterModule
{
    public void AddRoutes(IEndpointRouteBuilder app)
    {
        var streams = app.MapGroup("").AddEndpointFilter(AdmitAsync);
        streams.MapGet("/events/logs", FollowAsync);
        streams.MapGet("/ws/notifications", TalkAsync);
    }

    /// <summary>A token that is given is checked, and there is a place for the client.</summary>
    private static async ValueTask<object?> AdmitAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        if (await StreamToken.CheckAsync(http.Request, http.RequestServices.GetRequiredService<IStreamAccess>()) is not { } whole) return ErrorResult.Unauthorized();

        if (!http.RequestServices.GetRequiredService<StreamPlaces>().TryTake(http)) return ErrorResult.Busy("Conexões demais: tente de novo em instantes");
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
        if (!http.WebSockets.IsWebSocketRequest) return ErrorResult.UpgradeRequired("Esta rota atende WebSocket: conecte com ws:// ou wss://");
        using var socket = await http.WebSockets.AcceptWebSocketAsync();
        await using var client = new SocketClient(socket, services, MaySeeAll(http));
        await client.RunAsync();
        return TypedResults.Empty;
    }

    private static bool MaySeeAll(HttpContext http) => http.Items[nameof(StreamToken)] is true;
}
