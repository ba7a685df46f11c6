using System.Net.Sockets;
using System.Text;

namespace BotPhone.Tests.Kit;

/// <summary>A client of <c>GET /events/logs</c> that asks and then does not read, until it is told to.</summary>
internal sealed class DeafClient : IDisposable
{
    private readonly TcpClient _connection = new() { ReceiveBufferSize = 4096 };

    public static async Task<DeafClient> OpenAsync(TestServer server)
    {
        var client = new DeafClient();
        await client._connection.ConnectAsync("127.0.0.1", server.Address.Port);
        var request = $"GET /events/logs HTTP/1.0\r\nHost: 127.0.0.1\r\nAuthorization: Bearer {server.Token}\r\n\r\n";
        await client._connection.GetStream().WriteAsync(Encoding.ASCII.GetBytes(request));
        return client;
    }

    /// <summary>Reads what comes, line by line.</summary>
    public async IAsyncEnumerable<string> ReadAsync()
    {
        using var reader = new StreamReader(_connection.GetStream(), Encoding.UTF8);
        while (await reader.ReadLineAsync().WaitAsync(TimeSpan.FromMinutes(4)) is { } line) yield return line;
    }

    public void Dispose() => _connection.Dispose();
}
