using System.Net.Sockets;
using System.Text;
using System.Text.Json.Nodes;
using BotPhone.Tests.Kit;

namespace BotPhone.Tests.Api;

/// <summary>Contract §1: every error, of any origin, is JSON with <c>detail</c>.</summary>
public sealed class When_it_is_no_HTTP_request : IAsyncLifetime
{
    private const string Host = "Host: localhost\r\n";
    private TestServer _server = null!;

    public async Task InitializeAsync() => _server = await TestServer.StartAsync();

    public Task DisposeAsync() => _server.DisposeAsync().AsTask();

    public static TheoryData<string, int, string> Requests => new()
    {
        { "olá\r\n\r\n", 400, "Requisição inválida" },
        { "GET\r\n\r\n", 400, "Requisição inválida" },
        { "GET /jobs HTTP/1.1\r\n\r\n", 400, "Requisição inválida" },
        { "GET /jobs HTTP/1.1\r\nHost: a b\r\n\r\n", 400, "Requisição inválida" },
        { $"GET /%00 HTTP/1.1\r\n{Host}\r\n", 400, "Requisição inválida" },
        { $"GET /jobs HTTP/1.1\r\n{Host}sem dois pontos\r\n\r\n", 400, "Requisição inválida" },
        { $"GET /jobs HTTP/9.9\r\n{Host}\r\n", 505, "Versão de HTTP não suportada" },
        { $"GET /{new string('a', 9000)} HTTP/1.1\r\n{Host}\r\n", 414, "Endereço grande demais" },
        { $"GET /jobs HTTP/1.1\r\n{Host}X-Grande: {new string('a', 40_000)}\r\n\r\n", 431, "Cabeçalhos da requisição grandes demais" },
        { $"GET /jobs HTTP/1.1\r\n{Host}{string.Concat(Enumerable.Range(0, 200).Select(i => $"X-{i}: a\r\n"))}\r\n", 431, "Cabeçalhos da requisição grandes demais" },
        { $"POST /executar/probe HTTP/1.1\r\n{Host}Content-Length: x\r\n\r\n", 400, "Requisição inválida" },
        { $"POST /executar/probe HTTP/1.1\r\n{Host}Authorization: Bearer TOKEN\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n", 400, "Requisição inválida" },
    };

    [Theory]
    [MemberData(nameof(Requests))]
    public async Task The_answer_is_JSON_with_detail(string request, int status, string detail)
    {
        var answer = await SendAsync(request);
        Assert.StartsWith($"HTTP/1.1 {status} ", answer, StringComparison.Ordinal);
        Assert.Contains("Content-Type: application/json; charset=utf-8", answer, StringComparison.Ordinal);
        Assert.Equal(detail, (string)JsonNode.Parse(answer[answer.IndexOf('{', StringComparison.Ordinal)..(answer.LastIndexOf('}') + 1)])!["detail"]!);
    }

    [Fact]
    public async Task After_good_requests_on_the_same_connection_too()
    {
        var answer = await SendAsync($"GET /health HTTP/1.1\r\n{Host}\r\nGET /jobs HTTP/1.1\r\n\r\n");
        Assert.StartsWith("HTTP/1.1 200 ", answer, StringComparison.Ordinal);
        Assert.EndsWith("""{"detail":"Requisição inválida"}""", answer, StringComparison.Ordinal);
    }

    private async Task<string> SendAsync(string request)
    {
        using var connection = new TcpClient();
        await connection.ConnectAsync("127.0.0.1", _server.Address.Port);
        await connection.GetStream().WriteAsync(Encoding.UTF8.GetBytes(request.Replace("TOKEN", _server.Token, StringComparison.Ordinal)));
        using var reader = new StreamReader(connection.GetStream(), Encoding.UTF8);
        return await reader.ReadToEndAsync().WaitAsync(TimeSpan.FromMinutes(2));
    }
}
