using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using BotPhone.Tests.Kit;

namespace BotPhone.Tests.Contract;

/// <summary>Contract §1: what is hard to read is read, or refused in words; what is slow holds up nobody.</summary>
public sealed class Section1_Hard_inputs : IAsyncLifetime
{
    private TestServer _server = null!;

    public static TheoryData<string> Texts =>
    [
        "fatura 👩‍👩‍👧‍👦 𝟙𝟚𝟛", "عربى \u202eofni", "e\u0301 a\u0308 ñ", "zero\u200blargura\ufeff", "日本語テキスト", "<script>alert(1)</script>", "'; DROP TABLE jobs; --", "\u0001\u001f\u007f", "../../etc/passwd",
        new string('ã', 3000),
    ];

    public async Task InitializeAsync() => _server = await TestServer.StartAsync();

    public Task DisposeAsync() => _server.DisposeAsync().AsTask();

    [Theory]
    [InlineData(5)]
    [InlineData(1000)]
    [InlineData(30_000)]
    public async Task Nested_deeply(int depth)
    {
        foreach (var body in new[] { new string('[', depth) + new string(']', depth), string.Concat(Enumerable.Repeat("{\"login\":", depth)) + "1" + new string('}', depth) })
        {
            if (body.Length > 64 * 1024) continue;
            var (status, answer) = await SendAsync(Encoding.UTF8.GetBytes(body));
            Assert.Equal(HttpStatusCode.UnprocessableEntity, status);
            Assert.NotEmpty(answer["detail"]!.AsArray());
        }
    }

    [Theory]
    [InlineData("utf-16")]
    [InlineData("utf-32")]
    [InlineData("iso-8859-1")]
    public async Task In_another_encoding_is_refused_in_words(string encoding)
    {
        var (status, answer) = await SendAsync(Encoding.GetEncoding(encoding).GetBytes("""{"login":"joão","senha":"ção","filtro":"ok","cnpj":"11222333000181"}"""));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, status);
        Assert.NotEmpty(answer["detail"]!.AsArray());
    }

    [Theory]
    [MemberData(nameof(Texts))]
    public async Task Any_text_in_any_field_comes_through_and_stays_where_it_belongs(string text)
    {
        var (login, password) = ($"l{text}", $"s{text}");
        var status = await _server.Client.RunAsync("probe", new { login, senha = password, filtro = $"tells:{text[..Math.Min(20, text.Length)]}", cnpj = "11222333000181", apelido = text });
        Assert.True((string)status["status"]! == "COMPLETED", status.ToJsonString());
        Assert.DoesNotContain(status["logs"]!.AsArray(), line => ((string)line!["message"]!).Contains(password, StringComparison.Ordinal));
        Secrets.AssertInNoFile(_server.DataPath, password);
    }

    [Fact]
    public async Task Clients_that_never_finish_a_request_hold_up_nobody()
    {
        using var end = new Pile();
        for (var i = 0; i < 300; i++)
        {
            var client = end.Add(new TcpClient());
            await client.ConnectAsync("127.0.0.1", _server.Address.Port);
            var half = i % 2 == 0 ? "GET /health HTTP/1.1\r\nHost: a\r\nX-Longo: " : $"POST /executar/probe HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer {_server.Token}\r\nContent-Length: 60000\r\n\r\n{{";
            await client.GetStream().WriteAsync(Encoding.ASCII.GetBytes(half));
        }

        Assert.Equal("COMPLETED", (string)(await _server.Client.RunAsync("probe", Payloads.Probe("ok")))["status"]!);
    }

    private async Task<(HttpStatusCode Status, JsonNode Answer)> SendAsync(byte[] body)
    {
        using var content = new ByteArrayContent(body);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        using var response = await _server.Client.Http.PostAsync("/executar/probe", content);
        return (response.StatusCode, JsonNode.Parse(await response.Content.ReadAsStringAsync())!);
    }

    /// <summary>Connections that end together.</summary>
    private sealed class Pile : IDisposable
    {
        private readonly List<TcpClient> _clients = [];

        public TcpClient Add(TcpClient client)
        {
            _clients.Add(client);
            return client;
        }

        public void Dispose() => _clients.ForEach(client => client.Dispose());
    }
}
