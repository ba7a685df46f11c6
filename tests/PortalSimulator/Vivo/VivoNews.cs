using System.Net.WebSockets;
using System.Text.Json;
using BotPhone.PortalSimulator.Sessions;

namespace BotPhone.PortalSimulator.Vivo;

/// <summary>The WebSocket by which a page hears that its documents are ready, and where they are.</summary>
internal sealed class VivoNews(VivoPortal vivo)
{
    public async Task TellAsync(HttpContext http)
    {
        if (!http.WebSockets.IsWebSocketRequest)
        {
            http.Response.StatusCode = StatusCodes.Status400BadRequest;
            return;
        }

        using var socket = await http.WebSockets.AcceptWebSocketAsync();
        var stopping = http.RequestServices.GetRequiredService<IHostApplicationLifetime>().ApplicationStopping;
        using var end = CancellationTokenSource.CreateLinkedTokenSource(http.RequestAborted, stopping);
        try
        {
            await Task.WhenAny(UntilClosedAsync(socket, end.Token), PrepareAsync(http, socket, end.Token));
        }
        finally
        {
            await end.CancelAsync();
        }
    }

    private async Task PrepareAsync(HttpContext http, WebSocket socket, CancellationToken ct)
    {
        var session = SignedIn.Session(http);
        await foreach (var file in vivo.Files.Of(session).Reader.ReadAllAsync(ct))
        {
            await vivo.Pauses.ForAsync(http, file.Time ?? Timeout.InfiniteTimeSpan);
            vivo.Record(EventKind.SecondCopyReady, session.Login.User, seen => seen with { Result = file.Fails ? "erro" : "disponivel" });
            var news = new { id = file.Id, address = file.Fails ? null : $"/arquivos/{vivo.Files.Token(file.Invoice)}" };
            await socket.SendAsync(JsonSerializer.SerializeToUtf8Bytes(news), WebSocketMessageType.Text, endOfMessage: true, ct);
        }
    }

    private static async Task UntilClosedAsync(WebSocket socket, CancellationToken ct)
    {
        var nothing = new byte[64];
        while ((await socket.ReceiveAsync(nothing.AsMemory(), ct)).MessageType != WebSocketMessageType.Close)
        {
            // A page has nothing to say here.
        }
    }
}
