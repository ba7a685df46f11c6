using System.Text.Json.Nodes;
using BotPhone.Jobs;
using BotPhone.Tests.Kit;
using Microsoft.Extensions.DependencyInjection;

namespace BotPhone.Tests.Processos;

/// <summary>Contract §6.</summary>
public sealed class When_a_job_has_a_processo : IDisposable
{
    private const string Soon = "--ProcessoApi:RetryPause=00:00:01";

    private readonly Guid _processo = Guid.NewGuid();
    private readonly ProcessoApi _api = ProcessoApi.Start();

    public void Dispose() => _api.Dispose();

    [Fact]
    public async Task Its_end_is_told_to_the_first_endpoint_that_takes_it()
    {
        var paths = PathsOf(_processo);
        _api.Answer(paths[0], 404);
        _api.Answer(paths[1], 204, hangs: true);
        _api.Answer(paths[2], 204);
        await using var server = await TestServer.StartAsync(_api.Setting);
        var job = await server.Client.RunAsync("probe", Payloads.Probe("ok", _processo));
        await DeliveredAsync(server.Client, job);

        var body = $$"""{"status":"COMPLETED","job_id":"{{job["job_id"]}}","result":"{{job["result"]}}","error":null}""";
        Assert.Equal(paths.Select(path => new ProcessoCall("PUT", path, body, "application/json")), _api.Calls);
        var after = await server.Client.StatusAsync((string)job["job_id"]!);
        Assert.Equal("COMPLETED", (string)after["status"]!);
        Assert.Equal([$"INFO Processo {_processo} atualizado: COMPLETED"], LinesAfterTheEnd(after));
        Assert.Contains($"Processo {_processo} atualizado: COMPLETED", server.Log.Text, StringComparison.Ordinal);
        Assert.Empty(Owed(server));
        // Neither the job's log nor the server's says where the API is.
        Assert.DoesNotContain(_api.Address, after.ToJsonString() + server.Log.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_failed_end_is_told_with_its_error()
    {
        _api.Answer(PathsOf(_processo)[0], 200);
        await using var server = await TestServer.StartAsync(_api.Setting);
        var job = await server.Client.RunAsync("probe", Payloads.Probe("fails:NAV_FATURA_NAO_ENCONTRADA", _processo));
        await DeliveredAsync(server.Client, job);

        var body = JsonNode.Parse(Assert.Single(_api.Calls).Body!)!;
        Assert.Equal(("FAILED", null, (string)job["error"]!), ((string)body["status"]!, body["result"], (string)body["error"]!));
        Assert.Contains("Erro de navegação web: ", _api.Calls[0].Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_it_is_told()
    {
        _api.Answer(PathsOf(_processo)[0], 200);
        await using var server = await TestServer.StartAsync(_api.Setting);
        await server.Client.RunAsync("probe", Payloads.Probe("ok"));
        Assert.Empty(Owed(server));
        await DeliveredAsync(server.Client, await server.Client.RunAsync("probe", Payloads.Probe("ok", _processo)));
        Assert.Equal([PathsOf(_processo)[0]], _api.Calls.Select(call => call.Path));
    }

    [Fact]
    public async Task A_redirection_is_not_followed()
    {
        var paths = PathsOf(_processo);
        _api.Answer(paths[0], 302, location: "/outro");
        _api.Answer(paths[1], 307, location: "/outro");
        _api.Answer("/outro", 200);
        await using var server = await TestServer.StartAsync(_api.Setting);
        var job = await server.Client.RunAsync("probe", Payloads.Probe("ok", _processo));
        var warning = await WarnedAsync(server.Client, job);
        Assert.Equal(paths, _api.Calls.Select(call => call.Path));
        Assert.Contains($"{paths[0]} respondeu 302; {paths[1]} respondeu 307; {paths[2]} respondeu 404.", warning, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_stays_as_it_is_while_nobody_listens_and_is_told_once_somebody_does()
    {
        var port = FreePort.Find();
        await using var server = await TestServer.StartAsync($"--ProcessoApi:Url=http://127.0.0.1:{port}", Soon);
        var job = await server.Client.RunAsync("probe", Payloads.Probe("ok", _processo));
        var warning = await WarnedAsync(server.Client, job);
        var refused = string.Join("; ", PathsOf(_processo).Select(path => $"{path} não aceitou a conexão"));
        Assert.Equal($"WARN O processo {_processo} não foi atualizado: {refused}. Nova tentativa em 1 s", warning);
        await Until.TrueAsync(() => Owed(server).Single().Attempts > 1, "the update is tried again");

        using var api = ProcessoApi.Start(port);
        api.Answer(PathsOf(_processo)[0], 200);
        await DeliveredAsync(server.Client, job);
        var after = await server.Client.StatusAsync((string)job["job_id"]!);
        Assert.Equal(job["completed_at"]!.ToJsonString(), after["completed_at"]!.ToJsonString());
        Assert.Equal([warning, $"INFO Processo {_processo} atualizado: COMPLETED"], LinesAfterTheEnd(after));
        Assert.Empty(Owed(server));
        Assert.Single(api.Calls);
    }

    [Fact]
    public async Task It_is_given_up_after_its_time()
    {
        await using var server = await TestServer.StartAsync(_api.Setting, Soon, "--ProcessoApi:GiveUpAfter=00:00:05");
        var job = await server.Client.RunAsync("probe", Payloads.Probe("ok", _processo));
        await Until.TrueAsync(() => Owed(server).Count == 0, "the update is given up");
        await Until.TrueAsync(async () => LinesAfterTheEnd(await server.Client.StatusAsync((string)job["job_id"]!)) is [.., var last] && last.EndsWith("O prazo de 00:00:05 acabou: não haverá nova tentativa", StringComparison.Ordinal), "the job's log says so");

        var after = await server.Client.StatusAsync((string)job["job_id"]!);
        Assert.Equal("COMPLETED", (string)after["status"]!);
        Assert.All(LinesAfterTheEnd(after), line => Assert.StartsWith($"WARN O processo {_processo} não foi atualizado: ", line, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_slow_answer_for_one_does_not_hold_back_another_and_is_waited_for_once()
    {
        var other = Guid.NewGuid();
        foreach (var path in PathsOf(_processo).Take(2)) _api.Answer(path, 200, hangs: true);
        _api.Answer(PathsOf(other)[0], 200);
        await using var server = await TestServer.StartAsync(_api.Setting);
        var slow = await server.Client.RunAsync("probe", Payloads.Probe("ok", _processo));
        await Until.TrueAsync(() => _api.Calls.Count == 1, "the slow endpoint was asked");
        await DeliveredAsync(server.Client, await server.Client.RunAsync("probe", Payloads.Probe("ok", other)));

        await WarnedAsync(server.Client, slow);
        var calls = _api.Calls.Select(call => call.Path).ToList();
        Assert.Equal(PathsOf(_processo), calls.Where(path => path != PathsOf(other)[0]));
        Assert.InRange(calls.IndexOf(PathsOf(other)[0]), 1, 2);
    }

    [Fact]
    public async Task At_most_four_are_told_at_a_time()
    {
        var processos = Enumerable.Range(0, 5).Select(_ => Guid.NewGuid()).ToList();
        foreach (var paths in processos.Select(PathsOf))
        {
            _api.Answer(paths[0], 200, hangs: true);
            _api.Answer(paths[1], 200);
        }

        await using var server = await TestServer.StartAsync(_api.Setting);
        foreach (var processo in processos) await server.Client.SubmitAsync("probe", Payloads.Probe("waits", processo));
        await Until.TrueAsync(() => server.Runs().Count == processos.Count, "all jobs run");
        server.OpenGate();
        await Until.TrueAsync(() => _api.Calls.Count == 10, "all were told");
        var order = _api.Calls.Select(call => call.Path.StartsWith("/api", StringComparison.Ordinal)).ToList();
        Assert.Equal([true, true, true, true, false], order[..5]);
    }

    private static IReadOnlyList<string> PathsOf(Guid processo) =>
        [$"/api/processos/{processo}/status", $"/processos/{processo}/status", $"/api/processos/{processo}"];

    private static IReadOnlyList<ProcessoUpdate> Owed(TestServer server) => server.Services.GetRequiredService<IProcessoOutbox>().Due(10);

    private static IReadOnlyList<string> LinesAfterTheEnd(JsonNode status) =>
    [
        .. status["logs"]!.AsArray()
            .Select(line => $"{line!["level"]} {line["message"]}")
            .SkipWhile(line => !line.Contains(" concluído: ", StringComparison.Ordinal))
            .Skip(1),
    ];

    private static async Task DeliveredAsync(ApiClient client, JsonNode job) => await LineAsync(client, job, "INFO Processo ");

    private static Task<string> WarnedAsync(ApiClient client, JsonNode job) => LineAsync(client, job, "WARN O processo ");

    private static async Task<string> LineAsync(ApiClient client, JsonNode job, string start)
    {
        string? found = null;
        await Until.TrueAsync(
            async () => (found = LinesAfterTheEnd(await client.StatusAsync((string)job["job_id"]!))
                .FirstOrDefault(line => line.StartsWith(start, StringComparison.Ordinal))) is not null,
            $"a line '{start}…' after the end of the job");
        return found!;
    }
}
