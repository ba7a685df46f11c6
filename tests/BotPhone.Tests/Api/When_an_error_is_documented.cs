using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using BotPhone.Jobs;
using BotPhone.Tests.Kit;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace BotPhone.Tests.Api;

/// <summary>What the examples of the documentation say is what the server answers, to the letter.</summary>
public sealed class When_an_error_is_documented : IAsyncLifetime
{
    private TestServer _server = null!;
    private ApiDocument _document = null!;

    private ApiOperation Submit => _document.Operation("executar_PROBE");

    public async Task InitializeAsync()
    {
        _server = await TestServer.StartAsync();
        _document = await ApiDocument.ReadAsync(_server);
    }

    public Task DisposeAsync() => _server.DisposeAsync().AsTask();

    [Fact]
    public async Task A_request_as_in_the_example_is_accepted()
    {
        var (status, body) = await SendAsync(Submit, Submit.ExampleBody!.ToJsonString());
        var expected = Submit.Example(200);
        Assert.Equal(
            (200, expected.ToJsonString().Replace((string)expected["job_id"]!, (string)body["job_id"]!, StringComparison.Ordinal)),
            (status, body.ToJsonString()));
    }

    [Fact]
    public async Task Token_is_missing()
    {
        using var stranger = _server.ClientWith(null);
        foreach (var operation in _document.Operations.Where(operation => operation.AsksForToken))
        {
            var (status, body) = await stranger.SendAsync(operation.Method, operation.ExamplePath);
            AssertSame(operation, 401, ((int)status, body));
        }
    }

    [Theory]
    [InlineData("consultarStatus")]
    [InlineData("baixarArquivo")]
    public async Task Nothing_is_found(string operation) => AssertSame(_document.Operation(operation), 404, await SendAsync(_document.Operation(operation)));

    [Fact]
    public async Task The_operator_is_no_longer_there()
    {
        await using var other = await TestServer.StartWithAsync(["Claro"]);
        var claro = (await ApiDocument.ReadAsync(other)).Operation("executar_CLARO");
        AssertSame(claro, 404, await SendAsync(claro, claro.ExampleBody!.ToJsonString()));
    }

    [Fact]
    public async Task The_key_was_used_for_something_else()
    {
        var other = Submit.ExampleBody!.DeepClone();
        other["filtro"] = "87654321";
        await SendAsync(Submit, Submit.ExampleBody.ToJsonString(), key: "k");
        AssertSame(Submit, 409, await SendAsync(Submit, other.ToJsonString(), key: "k"));
    }

    [Fact]
    public async Task The_body_is_too_big() => AssertSame(Submit, 413, await SendAsync(Submit, new string(' ', 70_000)));

    [Fact]
    public async Task A_field_is_missing()
    {
        var body = Submit.ExampleBody!.DeepClone().AsObject();
        body.RemoveAt(0);
        AssertSame(Submit, 422, await SendAsync(Submit, body.ToJsonString()));
    }

    [Fact]
    public async Task The_limit_is_too_high()
    {
        var list = _document.Operation("listarJobs");
        var limit = list.Parameters.Single(parameter => (string)parameter["name"]! == "limit")["schema"]!;
        AssertSame(list, 422, await SendAsync(list with { Path = $"/jobs?limit={(int)limit["maximum"]! + 1}" }));
    }

    [Fact]
    public async Task The_range_is_outside_of_the_file()
    {
        var job = await _server.Client.RunAsync("probe", Payloads.Probe("ok"));
        var file = _document.Operation("baixarArquivo");
        using var request = new HttpRequestMessage(file.Method, $"/arquivos/{job["result"]}");
        request.Headers.Range = new RangeHeaderValue(1_000_000, null);
        using var answer = await _server.Client.Http.SendAsync(request);
        AssertSame(file, 416, ((int)answer.StatusCode, JsonNode.Parse(await answer.Content.ReadAsStringAsync())!));
    }

    /// <summary>Generated clients write the slashes of a key as %2F.</summary>
    [Fact]
    public async Task A_key_as_generated_clients_write_it_is_the_same_key()
    {
        var job = await _server.Client.RunAsync("probe", Payloads.Probe("ok"));
        using var answer = await _server.Client.Http.GetAsync($"/arquivos/{Uri.EscapeDataString((string)job["result"]!)}");
        Assert.Equal((HttpStatusCode.OK, "application/pdf"), (answer.StatusCode, answer.Content.Headers.ContentType!.MediaType));
    }

    [Fact]
    [Trait("Keeps", "files")]
    public async Task Something_breaks()
    {
        var status = _document.Operation("consultarStatus");
        ((IDisposable)_server.Services.GetRequiredService<IJobStore>()).Dispose();
        var answer = await SendAsync(status);
        answer.Body["trace_id"] = status.Example(500)["trace_id"]!.DeepClone();
        AssertSame(status, 500, answer);
    }

    [Fact]
    public void The_server_is_stopping()
    {
        var lifetime = _server.Services.GetRequiredService<IHostApplicationLifetime>();
        (int, JsonNode) answer = default;
        using var asked = lifetime.ApplicationStopping.Register(() => answer = SendAsync(Submit, "{}").GetAwaiter().GetResult());
        lifetime.StopApplication();
        AssertSame(Submit, 503, answer);
    }

    [Theory]
    [InlineData("429")]
    [InlineData("503")]
    public void Those_who_must_wait_are_told_how_long(string status) => Assert.NotNull(Submit.Answers[status]!["headers"]!["Retry-After"]);

    private static void AssertSame(ApiOperation operation, int status, (int Status, JsonNode Body) answer) =>
        Assert.Equal((status, operation.Example(status).ToJsonString()), (answer.Status, answer.Body.ToJsonString()));

    private async Task<(int Status, JsonNode Body)> SendAsync(ApiOperation operation, string? body = null, string? key = null)
    {
        using var request = new HttpRequestMessage(operation.Method, operation.ExamplePath);
        if (key is not null) request.Headers.Add("Idempotency-Key", key);
        if (body is not null) request.Content = new StringContent(body, Encoding.UTF8, "application/json");
        using var answer = await _server.Client.Http.SendAsync(request);
        return ((int)answer.StatusCode, JsonNode.Parse(await answer.Content.ReadAsStringAsync())!);
    }
}
