using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using BotPhone.Jobs;
using BotPhone.Tests.Kit;
using Microsoft.Extensions.DependencyInjection;

namespace BotPhone.Tests.Contract;

/// <summary>Contract §2: the whole bodies, as they were agreed.</summary>
public sealed class Section2_Bodies : IAsyncLifetime
{
    private TestServer _server = null!;

    public async Task InitializeAsync() => _server = await TestServer.StartAsync();

    public Task DisposeAsync() => _server.DisposeAsync().AsTask();

    [Fact]
    public async Task Health()
    {
        using var stranger = _server.ClientWith(null);
        Snapshot.Match(await stranger.GetAsync("/health"));
    }

    [Fact]
    public async Task Health_when_the_scheduler_has_stopped()
    {
        await _server.Services.GetRequiredService<IJobScheduler>().StopAsync(CancellationToken.None);
        var (status, body) = await _server.Client.SendAsync(HttpMethod.Get, "/health");
        Assert.Equal(HttpStatusCode.ServiceUnavailable, status);
        Snapshot.Match(body);
    }

    [Fact]
    public async Task Health_counts_what_waits_and_what_runs()
    {
        for (var i = 0; i < 7; i++) await _server.Client.SubmitAsync("probe", Payloads.Probe("waits"));
        await Until.TrueAsync(async () => (int)(await _server.Client.GetAsync("/health"))["jobs_active"]! == 5, "five run");
        Assert.Equal(2, (int)(await _server.Client.GetAsync("/health"))["jobs_pending"]!);
        _server.OpenGate();
    }

    [Fact]
    public async Task Executar()
    {
        var (_, body) = await _server.Client.SendAsync(HttpMethod.Post, "/executar/probe", JsonSerializer.Serialize(Payloads.Probe("ok")));
        Snapshot.Match(body);
    }

    [Theory]
    [InlineData("ok")]
    [InlineData("fails:AUTH_CREDENCIAIS_INVALIDAS")]
    public async Task Status_of_an_ended_job(string filter)
    {
        var job = await _server.Client.RunAsync("probe", new { login = "ana", senha = "x", filtro = filter, cnpj = "11222333000181", processo_id = "b4148f5f-e820-408a-b623-8f1ba3fd2578" });
        // The processo of this test listens nowhere: what its client says is another section's.
        var logs = job["logs"]!.AsArray();
        while (!((string)logs[^1]!["message"]!).StartsWith("Job ", StringComparison.Ordinal)) logs.RemoveAt(logs.Count - 1);
        Snapshot.Match(job, filter[..2]);
    }

    [Fact]
    public async Task Jobs()
    {
        await _server.Client.RunAsync("probe", Payloads.Probe("ok"));
        await _server.Client.RunAsync("probe", Payloads.Probe("fails:AUTH_CAPTCHA"));
        Snapshot.Match(await _server.Client.GetAsync("/jobs?limit=2"));
    }

    [Fact]
    public async Task Token()
    {
        var body = await _server.Client.GetAsync("/auth/token");
        Assert.Equal(_server.Token, (string)body["token"]!);
        body["token"] = "<token>";
        Snapshot.Match(body);
    }

    [Fact]
    public async Task Operadoras()
    {
        await using var server = await TestServer.StartWithAsync(["Probe", "NoExports"]);
        Snapshot.Match(await server.Client.GetAsync("/operadoras"));
    }

    [Theory]
    [InlineData("{}", "missing")]
    [InlineData("""{"login":null,"senha":5,"filtro":"","cnpj":"x","data_vencimento":"31/04/2026","nome_arquivo":"../x","apelido":"","processo_id":"x"}""", "wrong")]
    [InlineData("""{"login":"a" "senha":"b"}""", "no-json")]
    [InlineData("[]", "no-object")]
    public async Task A_body_that_is_wrong(string body, string name)
    {
        var (status, answer) = await _server.Client.SendAsync(HttpMethod.Post, "/executar/probe", body);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, status);
        Snapshot.Match(answer, name);
    }

    [Fact]
    public async Task With_check_digits_demanded_a_CNPJ_must_have_right_ones()
    {
        await using var server = await TestServer.StartAsync("--Validation:CnpjCheckDigits=true");
        var body = JsonSerializer.Serialize(new { login = "a", senha = "b", filtro = "ok", cnpj = "12.345.678/0001-90" });
        var (status, answer) = await server.Client.SendAsync(HttpMethod.Post, "/executar/probe", body);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, status);
        Snapshot.Match(answer);
    }
}
