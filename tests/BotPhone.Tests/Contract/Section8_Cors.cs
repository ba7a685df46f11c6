using System.Net;
using BotPhone.Tests.Kit;

namespace BotPhone.Tests.Contract;

/// <summary>Contract §8: <c>Cors:Origins</c>.</summary>
public class Section8_Cors
{
    private const string Page = "https://painel.exemplo.com.br";

    [Theory]
    [InlineData("--Cors:Origins:0=https://painel.exemplo.com.br", Page, true)]
    [InlineData("--Cors:Origins=http://localhost:3000; https://painel.exemplo.com.br/", Page, true)]
    [InlineData("--Cors:Origins=https://painel.exemplo.com.br", "https://outro.exemplo.com.br", false)]
    [InlineData("--Cors:Origins=https://painel.exemplo.com.br", "http://localhost:3000", false)]
    [InlineData("--Cors:Origins=*", "https://qualquer.exemplo.com.br", true)]
    [InlineData("--environment=Production", "http://localhost:3000", false)]
    [InlineData("--environment=Development", "http://localhost:3000", true)]
    [InlineData("--environment=Development", "http://127.0.0.1:5173", true)]
    [InlineData("--environment=Development", Page, false)]
    [InlineData("--environment=Development", "null", false)]
    public async Task A_page_may_call_when_its_origin_is_allowed(string setting, string origin, bool allowed)
    {
        await using var server = await TestServer.StartAsync(setting);
        using var ask = new HttpRequestMessage(HttpMethod.Options, "/executar/probe")
        {
            Headers = { { "Origin", origin }, { "Access-Control-Request-Method", "POST" }, { "Access-Control-Request-Headers", "authorization,content-type,idempotency-key" } },
        };
        using var preflight = await server.Client.Http.SendAsync(ask);
        Assert.Equal(allowed, preflight.Headers.Contains("Access-Control-Allow-Origin"));
        if (allowed) Assert.Equal("authorization,content-type,idempotency-key", preflight.Headers.GetValues("Access-Control-Allow-Headers").Single());

        // Errors too, else a frontend cannot tell a refused token from a broken line.
        using var stranger = server.ClientWith(null);
        foreach (var path in new[] { "/jobs", "/nada", "/health", "/events/logs?access_token=x" })
        {
            using var call = new HttpRequestMessage(HttpMethod.Get, path) { Headers = { { "Origin", origin } } };
            using var response = await stranger.Http.SendAsync(call);
            Assert.Equal(allowed, response.Headers.Contains("Access-Control-Allow-Origin"));
        }
    }

    [Theory]
    [InlineData("painel")]
    [InlineData("ftp://painel")]
    [InlineData("https://painel.exemplo.com.br/caminho")]
    public async Task An_origin_that_makes_no_sense_stops_the_start_and_is_named(string origin)
    {
        using var folder = new TemporaryFolder();
        var (exitCode, _, error) = await PublishedServer.RunAsync(folder, "serve", "--Urls=http://127.0.0.1:0", $"--Cors:Origins={origin}");
        Assert.Equal((1, $"O BotPhone não pôde iniciar. Cors:Origins: '{origin}' não é uma origem como https://painel.empresa.com.br"), (exitCode, error.Trim()));
    }
}
