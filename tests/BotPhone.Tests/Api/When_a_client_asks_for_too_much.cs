using System.Net;
using System.Text.Json.Nodes;
using BotPhone.Tests.Kit;

namespace BotPhone.Tests.Api;

public class When_a_client_asks_for_too_much
{
    [Fact]
    public async Task It_is_told_when_to_come_back_and_the_servers_health_is_still_answered()
    {
        await using var server = await TestServer.StartAsync("--Limits:RequestsPerSecond=1");
        HttpResponseMessage? refused = null;
        for (var i = 0; i < 100 && refused is null; i++)
        {
            var response = await server.Client.Http.GetAsync("/jobs");
            if (response.StatusCode == HttpStatusCode.TooManyRequests) refused = response;
            else response.Dispose();
        }

        Assert.NotNull(refused);
        Assert.InRange(int.Parse(refused.Headers.RetryAfter!.ToString()), 1, 60);
        Assert.Equal("Requisições demais: tente de novo em instantes", (string)JsonNode.Parse(await refused.Content.ReadAsStringAsync())!["detail"]!);
        refused.Dispose();
        for (var i = 0; i < 30; i++) Assert.Equal(HttpStatusCode.OK, (await server.Client.SendAsync(HttpMethod.Get, "/health")).Status);
    }

    [Fact]
    public async Task A_body_beyond_the_setting_is_refused_and_one_below_it_is_read()
    {
        await using var server = await TestServer.StartAsync("--Limits:MaxBodyBytes=200000");
        var body = $$"""{"login":"a","senha":"b","filtro":"ok","cnpj":"11222333000181","outro":"{{new string('a', 150_000)}}"}""";
        Assert.Equal(HttpStatusCode.OK, (await server.Client.SendAsync(HttpMethod.Post, "/executar/probe", body)).Status);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, (await server.Client.SendAsync(HttpMethod.Post, "/executar/probe", body + new string(' ', 100_000))).Status);
    }

    [Theory]
    [InlineData("/jobs")]
    [InlineData("/nada")]
    [InlineData("/health")]
    public async Task Every_answer_tells_browsers_to_be_careful(string path)
    {
        await using var server = await TestServer.StartAsync();
        using var response = await server.Client.Http.GetAsync(path);
        Assert.Equal("nosniff", response.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.Equal("DENY", response.Headers.GetValues("X-Frame-Options").Single());
        Assert.Equal("no-referrer", response.Headers.GetValues("Referrer-Policy").Single());
        Assert.Equal("default-src 'none'; frame-ancestors 'none'", response.Headers.GetValues("Content-Security-Policy").Single());
        Assert.Equal("no-store", response.Headers.CacheControl!.ToString());
        Assert.False(response.Headers.Contains("Server"));
    }
}
