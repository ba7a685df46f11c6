using System.Net;
using System.Text.Json.Nodes;
using BotPhone.Tests.Kit;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace BotPhone.Tests.Contract;

/// <summary>Contract §4: <c>GET /events/logs</c>.</summary>
public sealed class Section4_Sse : IAsyncLifetime
{
    private TestServer _server = null!;

    public async Task InitializeAsync() => _server = await TestServer.StartAsync();

    public Task DisposeAsync() => _server.DisposeAsync().AsTask();

    [Fact]
    public async Task First_comes_the_connection_with_the_contracts_text()
    {
        await using var client = await OpenAsync();
        Assert.Equal("text/event-stream", client.Response.Content.Headers.ContentType!.MediaType);
        await client.NextAsync();
        Assert.Equal(("connection", "Conectado ao sistema de logs RPA em tempo real"), ((string)client.Seen[0].Data["type"]!, (string)client.Seen[0].Data["message"]!));
        Assert.Matches(@"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$", (string)client.Seen[0].Data["timestamp"]!);
    }

    [Fact]
    public async Task Every_line_of_every_job_comes_once_and_in_order()
    {
        await using var client = await OpenAsync(token: _server.Token);
        await client.NextAsync();
        var ids = new List<string>();
        for (var i = 0; i < 10; i++) ids.Add(await _server.Client.SubmitAsync("probe", Payloads.Probe("ok")));
        await client.UntilAsync(() => client.Messages.Count(message => message.EndsWith("concluído: completed", StringComparison.Ordinal)) == 10, "the end of all jobs");

        foreach (var id in ids)
        {
            var status = await _server.Client.StatusAsync(id);
            Assert.Equal(
                status["logs"]!.AsArray().Select(line => $"{line!["timestamp"]} {line["level"]} PROBE {line["message"]}"),
                client.Logs.Where(log => (string)log["job_id"]! == id).Select(log => $"{log["timestamp"]} {log["level"]} {log["operadora"]} {log["message"]}"));
        }

        Assert.All(client.Seen, item => Assert.Equal("message", item.Event));
        var numbers = client.Seen.Where(item => (string)item.Data["type"]! == "log").Select(item => long.Parse(item.Id)).ToList();
        Assert.Equal(numbers.Distinct().Order(), numbers);
    }

    [Fact]
    public async Task The_systems_state_comes_at_once_on_changes_and_while_nothing_happens()
    {
        await using var client = await OpenAsync();
        await client.UntilAsync(() => client.Of("system_status").Any(), "the first state");
        await _server.Client.RunAsync("probe", Payloads.Probe("ok"));
        await client.UntilAsync(() => client.Of("system_status").Any(status => (int)status["jobs_done"]! == 1), "the change");
        var seen = client.Of("system_status").Count();
        await client.UntilAsync(() => client.Of("system_status").Count() >= seen + 2, "two more without any change");
        var last = client.Of("system_status").Last();
        Assert.Equal(["type", "jobs_pending", "jobs_active", "jobs_done", "timestamp"], last.AsObject().Select(field => field.Key));
        Assert.Equal((0, 0, 1), ((int)last["jobs_pending"]!, (int)last["jobs_active"]!, (int)last["jobs_done"]!));
    }

    [Fact]
    public async Task Last_Event_ID_resumes_without_gap_or_repeat_while_jobs_run()
    {
        await using var whole = await OpenAsync(token: _server.Token);
        await whole.NextAsync();
        var jobs = Task.WhenAll(Enumerable.Range(0, 40).Select(i => _server.Client.RunAsync("probe", Payloads.Probe($"ok:{i}"))));

        var resumed = new List<string>();
        var last = whole.LastId;
        while (resumed.Count(message => message.EndsWith("concluído: completed", StringComparison.Ordinal)) < 40)
        {
            await using var part = await EventClient.OpenAsync(_server.Address, token: _server.Token, lastEventId: last);
            await part.UntilAsync(() => part.Logs.Count() == 5, "five lines");
            resumed.AddRange(part.Messages);
            last = part.LastId;
        }

        await jobs;
        await whole.UntilAsync(() => whole.Logs.Count() >= resumed.Count, "the same lines");
        Assert.Equal(whole.Messages.Take(resumed.Count), resumed);
    }

    [Fact]
    public async Task A_client_cut_off_before_the_first_line_misses_nothing_either()
    {
        string last;
        await using (var client = await OpenAsync())
        {
            await client.NextAsync();
            last = client.LastId;
        }

        await _server.Client.RunAsync("probe", Payloads.Probe("ok"));
        await using var back = await EventClient.OpenAsync(_server.Address, lastEventId: last);
        await back.UntilLogAsync("concluído: completed");
        Assert.Equal("Iniciando processamento da operadora PROBE", back.Messages[0]);
    }

    [Fact]
    public async Task Job_id_and_operadora_narrow_the_stream()
    {
        var first = await _server.Client.SubmitAsync("probe", Payloads.Probe("waits"));
        await using var client = await OpenAsync($"?job_id={first}&operadora=PROBE", _server.Token);
        await using var nobody = await OpenAsync("?operadora=probe", _server.Token);
        await client.NextAsync();
        await nobody.NextAsync();
        await _server.Client.RunAsync("probe", Payloads.Probe("ok"));
        _server.OpenGate();
        await client.UntilLogAsync($"Job {first} concluído");
        Assert.All(client.Logs, log => Assert.Equal(first, (string)log["job_id"]!));
        await nobody.UntilAsync(() => nobody.Of("system_status").Any(status => (int)status["jobs_done"]! == 2), "the end of both");
        Assert.Empty(nobody.Logs);
    }

    [Fact]
    public async Task A_job_id_that_is_none_is_refused()
    {
        var (status, body) = await _server.Client.SendAsync(HttpMethod.Get, "/events/logs?job_id=x");
        Assert.Equal((HttpStatusCode.UnprocessableEntity, """[{"loc":["query","job_id"],"msg":"value is not a valid uuid","type":"type_error.uuid"}]"""), (status, body["detail"]!.ToJsonString()));
    }

    [Fact]
    public async Task Without_a_token_identifying_values_end_in_their_last_three_characters_and_passwords_never_appear()
    {
        await using var stranger = await OpenAsync();
        await using var known = await OpenAsync($"?access_token={_server.Token}");
        await stranger.NextAsync();
        await known.NextAsync();
        await _server.Client.RunAsync("probe", Payloads.Probe("tells"));
        await stranger.UntilLogAsync("concluído");
        await known.UntilLogAsync("concluído");
        var told = known.Messages.Single(message => message.StartsWith("Cliente", StringComparison.Ordinal));
        Assert.Equal("Cliente ana@exemplo.com.br, CNPJ 11.222.333/0001-81 ou 11222333000181, conta tells, CPF 529.982.247-25, linha (11) 98765-4321, arquivo faturas/a/b_9.pdf, vence em 10/01/2026, senha •••", told);
        Assert.Equal(
            "Cliente •••.br, CNPJ •••-81 ou •••181, conta •••lls, CPF •••-25, linha (11) •••321, arquivo •••pdf, vence em 10/01/2026, senha •••",
            stranger.Messages.Single(message => message.StartsWith("Cliente", StringComparison.Ordinal)));
        Assert.DoesNotContain(Payloads.Password, string.Concat(known.Seen), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("?access_token=x", null)]
    [InlineData("", "x")]
    [InlineData("?access_token=", null)]
    public async Task A_token_that_is_given_is_checked(string query, string? token)
    {
        using var client = _server.ClientWith(token);
        using var response = await client.Http.GetAsync("/events/logs" + query);
        Assert.Equal((HttpStatusCode.Unauthorized, "Bearer"), (response.StatusCode, response.Headers.WwwAuthenticate.ToString()));
        Assert.Equal("Token inválido ou expirado", (string)JsonNode.Parse(await response.Content.ReadAsStringAsync())!["detail"]!);
    }

    [Fact]
    public async Task ProtectStreams_demands_a_token()
    {
        await using var server = await TestServer.StartAsync("--Auth:ProtectStreams=true");
        await using var stranger = await EventClient.OpenAsync(server.Address);
        Assert.Equal(HttpStatusCode.Unauthorized, stranger.Response.StatusCode);
        await using var known = await EventClient.OpenAsync(server.Address, $"?access_token={server.Token}");
        await known.NextAsync();
        Assert.Single(known.Of("connection"));
    }

    [Fact]
    public async Task A_server_that_stops_ends_the_stream_cleanly()
    {
        await using var client = await OpenAsync();
        await client.NextAsync();
        _server.Services.GetRequiredService<IHostApplicationLifetime>().StopApplication();
        while (await client.NextAsync())
        {
            // Until the end, which must not be an error.
        }
    }

    [Fact]
    public async Task There_is_room_for_so_many_clients_and_each_gives_its_place_back()
    {
        await using var server = await TestServer.StartAsync("--Notifications:MaxClients=1");
        await using (var first = await EventClient.OpenAsync(server.Address))
        {
            await first.NextAsync();
            await using var second = await EventClient.OpenAsync(server.Address);
            Assert.Equal((HttpStatusCode.ServiceUnavailable, "5"), (second.Response.StatusCode, second.Response.Headers.RetryAfter!.ToString()));
        }

        await Until.TrueAsync(
            async () =>
            {
                await using var third = await EventClient.OpenAsync(server.Address);
                return third.Response.StatusCode == HttpStatusCode.OK;
            },
            "a free place");
    }

    private Task<EventClient> OpenAsync(string query = "", string? token = null) => EventClient.OpenAsync(_server.Address, query, token);
}
