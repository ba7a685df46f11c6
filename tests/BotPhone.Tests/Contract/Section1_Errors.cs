using System.Net;
using BotPhone.Jobs;
using BotPhone.Tests.Kit;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace BotPhone.Tests.Contract;

/// <summary>Contract §1: every error is JSON with <c>detail</c>.</summary>
public sealed class Section1_Errors : IAsyncLifetime
{
    private const string Good = """{"login":"a","senha":"b","filtro":"ok","cnpj":"11222333000181"}""";
    private TestServer _server = null!;

    public async Task InitializeAsync() => _server = await TestServer.StartAsync();

    public Task DisposeAsync() => _server.DisposeAsync().AsTask();

    [Theory]
    [InlineData("GET", "/nada", 404, "Recurso não encontrado")]
    [InlineData("GET", "/executar/probe", 405, "Método não permitido")]
    [InlineData("DELETE", "/jobs", 405, "Método não permitido")]
    [InlineData("GET", "/status/invalid-job-id", 404, "Job 'invalid-job-id' não encontrado")]
    [InlineData("GET", "/status/c489e92d-39ce-48da-a546-97f5a444cbe4", 404, "Job 'c489e92d-39ce-48da-a546-97f5a444cbe4' não encontrado")]
    [InlineData("POST", "/executar/INVALID", 404, "Operadora 'INVALID' não encontrada")]
    [InlineData("POST", "/executar/PROBE", 404, "Operadora 'PROBE' não encontrada")]
    [InlineData("GET", "/arquivos/faturas/nada.pdf", 404, "Arquivo 'faturas/nada.pdf' não encontrado")]
    [InlineData("GET", "/arquivos/..%2Fbotphone.db", 404, "Arquivo '..%2Fbotphone.db' não encontrado")]
    public async Task The_answer_says_what(string method, string path, int status, string detail)
    {
        var answer = await _server.Client.SendAsync(new HttpMethod(method), path, method == "POST" ? Good : null);
        Assert.Equal(((HttpStatusCode)status, detail), (answer.Status, (string)answer.Body["detail"]!));
    }

    [Fact]
    public async Task The_token_is_checked_first_then_the_operator_then_the_body()
    {
        using var stranger = _server.ClientWith(null);
        Assert.Equal(HttpStatusCode.Unauthorized, (await stranger.SendAsync(HttpMethod.Post, "/executar/INVALID", "{")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await _server.Client.SendAsync(HttpMethod.Post, "/executar/INVALID", "{")).Status);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await _server.Client.SendAsync(HttpMethod.Post, "/executar/probe", "{")).Status);
    }

    [Fact]
    public async Task All_faults_of_a_body_are_listed_in_the_contracts_words()
    {
        var (status, body) = await _server.Client.SendAsync(HttpMethod.Post, "/executar/probe", """{"senha":5,"cnpj":"x","data_vencimento":"31/04/2026","nome_arquivo":"../x"}""");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, status);
        Snapshot.Match(body);
    }

    [Fact]
    public async Task A_body_over_the_limit_is_refused()
    {
        var (status, body) = await _server.Client.SendAsync(HttpMethod.Post, "/executar/probe", $$"""{"login":"{{new string('a', 70_000)}}"}""");
        Assert.Equal((HttpStatusCode.RequestEntityTooLarge, "Corpo da requisição grande demais"), (status, (string)body["detail"]!));
    }

    [Fact]
    [Trait("Keeps", "files")]
    public async Task A_fault_of_ours_says_nothing_but_where_to_look()
    {
        ((IDisposable)_server.Services.GetRequiredService<IJobStore>()).Dispose();
        var (status, body) = await _server.Client.SendAsync(HttpMethod.Get, $"/status/{Guid.NewGuid()}");
        Assert.Equal((HttpStatusCode.InternalServerError, "Erro interno do servidor"), (status, (string)body["detail"]!));
        Assert.Matches("^[0-9a-f]{32}$", (string)body["trace_id"]!);
        Assert.Equal(["detail", "trace_id"], body.AsObject().Select(field => field.Key));
    }

    [Fact]
    public void A_job_sent_while_the_server_stops_is_sent_elsewhere_or_later()
    {
        var lifetime = _server.Services.GetRequiredService<IHostApplicationLifetime>();
        HttpResponseMessage? answer = null;
        using var asked = lifetime.ApplicationStopping.Register(() =>
            answer = _server.Client.Http.PostAsync("/executar/probe", new StringContent(Good)).GetAwaiter().GetResult());
        lifetime.StopApplication();
        Assert.Equal((HttpStatusCode.ServiceUnavailable, "5"), (answer!.StatusCode, answer.Headers.RetryAfter!.ToString()));
    }

    [Fact]
    public async Task Nothing_wrong_was_accepted()
    {
        await _server.Client.SendAsync(HttpMethod.Post, "/executar/probe", "{}");
        Assert.Equal("""{"total_jobs":0,"jobs":[]}""", (await _server.Client.GetAsync("/jobs")).ToJsonString());
    }
}
