using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using BotPhone.Tests.Kit;

namespace BotPhone.Tests.Contract;

/// <summary>Contract §1 and §2: <c>Idempotency-Key</c>.</summary>
public sealed class Section2_IdempotencyKey : IAsyncLifetime
{
    private const string Body = """{"login":"a","senha":"b","filtro":"ok","cnpj":"11222333000181"}""";
    private TestServer _server = null!;

    public async Task InitializeAsync() => _server = await TestServer.StartAsync();

    public Task DisposeAsync() => _server.DisposeAsync().AsTask();

    [Fact]
    public async Task The_same_key_and_body_give_the_same_job_while_it_waits_and_after_it_has_ended()
    {
        var first = await SendAsync("pedido-1", Body);
        Assert.Equal(first.Body.ToJsonString(), (await SendAsync("pedido-1", """{ "cnpj":"11222333000181", "filtro":"ok", "senha":"b", "login":"a" }""")).Body.ToJsonString());
        await _server.Client.EndOfAsync((string)first.Body["job_id"]!);
        Assert.Equal((HttpStatusCode.OK, first.Body.ToJsonString()), await TextAsync("pedido-1", Body));
        Assert.Equal(1, (int)(await _server.Client.GetAsync("/jobs"))["total_jobs"]!);
        Assert.Equal(["ok"], _server.Runs());
    }

    [Theory]
    [InlineData("""{"login":"a","senha":"outra","filtro":"ok","cnpj":"11222333000181"}""")]
    [InlineData("""{"login":"a","senha":"b","filtro":"outro","cnpj":"11222333000181"}""")]
    [InlineData("""{"login":"a","senha":"b","filtro":"ok","cnpj":"11222333000181","processo_id":"b4148f5f-e820-408a-b623-8f1ba3fd2578"}""")]
    public async Task The_same_key_with_another_body_is_a_conflict(string other)
    {
        var job = (string)(await SendAsync("pedido", Body)).Body["job_id"]!;
        var expected = (HttpStatusCode.Conflict, """{"detail":"Chave de idempotência já usada com outro conteúdo"}""");
        Assert.Equal(expected, await TextAsync("pedido", other));
        await _server.Client.EndOfAsync(job);
        Assert.Equal(expected, await TextAsync("pedido", other));
    }

    [Fact]
    public async Task Many_at_once_with_one_key_make_one_job()
    {
        var answers = await Task.WhenAll(Enumerable.Range(0, 30).Select(_ => SendAsync("junto", Body)));
        Assert.Single(answers.Select(answer => (string)answer.Body["job_id"]!).Distinct());
        Assert.Equal(1, (int)(await _server.Client.GetAsync("/jobs"))["total_jobs"]!);
    }

    [Fact]
    public async Task Keys_are_told_apart_by_case_and_requests_without_a_key_are_always_new()
    {
        var ids = new List<string>();
        foreach (var key in new[] { "k", "K", null, null }) ids.Add((string)(await SendAsync(key, Body)).Body["job_id"]!);
        Assert.Equal(4, ids.Distinct().Count());
    }

    [Fact]
    public async Task A_key_is_bounded()
    {
        Assert.Equal(HttpStatusCode.OK, (await SendAsync(new string('k', 128), Body)).Status);
        var (status, body) = await SendAsync(new string('k', 129), """{"login":"a","senha":"b","filtro":"ok"}""");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, status);
        Assert.Equal(
            """[{"loc":["body","cnpj"],"msg":"field required","type":"value_error.missing"},{"loc":["header","Idempotency-Key"],"msg":"ensure this value has at most 128 characters","type":"value_error.any_str.max_length"}]""",
            body["detail"]!.ToJsonString());
    }

    private async Task<(HttpStatusCode, string)> TextAsync(string? key, string body)
    {
        var answer = await SendAsync(key, body);
        return (answer.Status, answer.Body.ToJsonString(new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }));
    }

    private async Task<(HttpStatusCode Status, JsonNode Body)> SendAsync(string? key, string body)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/executar/probe") { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        if (key is not null) request.Headers.Add("Idempotency-Key", key);
        using var response = await _server.Client.Http.SendAsync(request);
        return (response.StatusCode, JsonNode.Parse(await response.Content.ReadAsStringAsync())!);
    }
}
