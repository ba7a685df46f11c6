using System.Collections.Concurrent;
using System.Net.WebSockets;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace BotPhone.Benchmarks;

/// <summary>The least that tells all WebSocket clients of the platform's own server something: line by line, to each at once.</summary>
internal static class BareBroadcast
{
    private const int Filling = 80;

    public static void Map(WebApplication app)
    {
        var sockets = new ConcurrentDictionary<WebSocket, bool>();
        app.UseWebSockets();
        app.MapGet("/ws", async (HttpContext http) =>
        {
            using var socket = await http.WebSockets.AcceptWebSocketAsync();
            sockets[socket] = true;
            try
            {
                while ((await socket.ReceiveAsync(new byte[64].AsMemory(), http.RequestAborted)).MessageType != WebSocketMessageType.Close) continue;
            }
            catch (WebSocketException)
            {
                // The client has gone.
            }

            sockets.TryRemove(socket, out _);
        });
        app.MapPost("/tell", async (int lines) =>
        {
            for (var i = 1; i <= lines; i++)
            {
                var line = Line(i);
                await Task.WhenAll(sockets.Keys.Select(socket => socket.SendAsync(line.AsMemory(), WebSocketMessageType.Text, true, default).AsTask()));
            }
        });
    }

    // As long as one of the server's.
    private static byte[] Line(int number) => JsonSerializer.SerializeToUtf8Bytes(new
    {
        type = "log",
        level = "INFO",
        message = $"Linha {number}{new string('.', Filling)}",
        operadora = "PROBE",
        job_id = Guid.NewGuid(),
        timestamp = TimeProvider.System.GetUtcNow().UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", null),
        id = 1_790_000_000_000_000 + number,
    });
}
