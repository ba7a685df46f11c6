using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using BotPhone.Tests.Kit;
using Microsoft.IdentityModel.Tokens;

namespace BotPhone.Tests.Contract;

/// <summary>Contract §5.</summary>
public sealed class Section5_Tokens : IAsyncLifetime
{
    private const string Secret = "um segredo de testes com mais de 32 bytes";
    private TestServer _server = null!;

    public async Task InitializeAsync() => _server = await TestServer.StartAsync($"--Auth:Secret={Secret}");

    public Task DisposeAsync() => _server.DisposeAsync().AsTask();

    [Fact]
    public async Task Our_own_is_accepted_and_described()
    {
        var body = await _server.Client.GetAsync("/auth/token");
        Assert.Equal((_server.Token, 1440, "Token atual"), ((string)body["token"]!, (int)body["expires_in"]!, (string)body["message"]!));
    }

    [Fact]
    public async Task One_made_by_hand_with_the_same_secret_is_accepted() =>
        Assert.Equal(HttpStatusCode.OK, await StatusWithAsync(ByHand("""{"alg":"HS256","typ":"JWT"}""", $$"""{"sub":"x","exp":{{In(60)}}}""")));

    [Fact]
    public async Task One_that_another_library_made_is_accepted()
    {
        var claims = new Dictionary<string, object> { ["sub"] = "outro sistema", ["exp"] = In(60) };
        Assert.Equal(HttpStatusCode.OK, await StatusWithAsync(Jose.JWT.Encode(claims, Encoding.UTF8.GetBytes(Secret), Jose.JwsAlgorithm.HS256)));
        Assert.Equal(HttpStatusCode.Unauthorized, await StatusWithAsync(Jose.JWT.Encode(claims, Encoding.UTF8.GetBytes(Secret), Jose.JwsAlgorithm.HS512)));
    }

    [Fact]
    public async Task One_that_was_accepted_is_refused_once_its_time_is_over()
    {
        var token = ByHand("""{"alg":"HS256"}""", $$"""{"sub":"x","exp":{{In(2)}}}""");
        Assert.Equal(HttpStatusCode.OK, await StatusWithAsync(token));
        await Until.TrueAsync(async () => await StatusWithAsync(token) == HttpStatusCode.Unauthorized, "the token is refused");
    }

    public static TheoryData<string> Bad => new(
        "",
        "not.a.token",
        ByHand("""{"alg":"none"}""", $$"""{"sub":"x","exp":{{In(3600)}}}""", sign: false),
        ByHand("""{"alg":"HS256"}""", """{"sub":"x"}"""),
        ByHand("""{"alg":"HS256"}""", $$"""{"sub":"x","exp":{{In(-60)}}}"""),
        ByHand("""{"alg":"HS256"}""", $$"""{"sub":"x","exp":{{In(7200)}},"nbf":{{In(3600)}}}"""),
        ByHand("""{"alg":"HS256"}""", $$"""{"sub":"x","exp":{{In(3600)}}}""", "outro segredo com mais de trinta e dois bytes"),
        ByHand("""{"alg":"HS384"}""", $$"""{"sub":"x","exp":{{In(3600)}}}"""),
        ByHand("""{"alg":"RS256"}""", $$"""{"sub":"x","exp":{{In(3600)}}}"""),
        ByHand("""{"alg":"ES256"}""", $$"""{"sub":"x","exp":{{In(3600)}}}"""),
        ByHand("""{"alg":"none"}""", $$"""{"sub":"x","exp":{{In(3600)}}}"""),
        ByHand("""{"alg":"HS256"}""", $$"""{"sub":"x","exp":{{In(3600)}}}""")[..^5]);

    [Theory]
    [MemberData(nameof(Bad))]
    public async Task One_that_is_not_right_is_refused_and_nothing_is_explained(string token)
    {
        using var client = _server.ClientWith(null);
        using var request = new HttpRequestMessage(HttpMethod.Get, "/jobs");
        request.Headers.TryAddWithoutValidation("Authorization", $"Bearer {token}");
        using var response = await client.Http.SendAsync(request);
        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
        Assert.Equal("Bearer", response.Headers.WwwAuthenticate.ToString());
        Assert.Equal("Token inválido ou expirado", (string)JsonNode.Parse(await response.Content.ReadAsStringAsync())!["detail"]!);
    }

    [Theory]
    [InlineData("/jobs?token=")]
    [InlineData("/jobs?access_token=")]
    public async Task One_in_the_wrong_place_is_refused(string path)
    {
        using var client = _server.ClientWith(null);
        Assert.Equal(HttpStatusCode.Unauthorized, (await client.SendAsync(HttpMethod.Get, path + _server.Token)).Status);
    }

    private async Task<HttpStatusCode> StatusWithAsync(string token)
    {
        using var client = _server.ClientWith(token);
        return (await client.SendAsync(HttpMethod.Get, "/jobs")).Status;
    }

    private static long In(int seconds) => TimeProvider.System.GetUtcNow().AddSeconds(seconds).ToUnixTimeSeconds();

    private static string ByHand(string header, string payload, string secret = Secret, bool sign = true)
    {
        var content = $"{Base64UrlEncoder.Encode(header)}.{Base64UrlEncoder.Encode(payload)}";
        var signature = sign ? Base64UrlEncoder.Encode(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes(content))) : "";
        return $"{content}.{signature}";
    }
}
