using System.Net;
using System.Net.WebSockets;
using System.Text.Json.Nodes;
using BotPhone.Tests.Kit;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace BotPhone.Tests.Contract;

/// <summary>Contract §4: <c>WS /ws/notifications</c>.</summary>
public sealed class Section4_WebSocket : IAsyncLifetime
{
    private TestServer _server = null!;

    public async Task InitializeAsync() => _server = await TestServer.StartAsync();

    public Task DisposeAsync() => _server.DisposeAsync().AsTask();

    [Fact]
    public async Task A_subscription_begins_with_the_present_state_and_the_lines_so_far_and_goes_on_without_gap_or_repeat()
    {
        var job = await _server.Client.SubmitAsync("probe", Payloads.Probe("waits"));
        await Until.TrueAsync(async () => (int)(await _server.Client.StatusAsync(job))["progress"]! == 60, "progress 60");

        using var client = await OpenAsync(token: _server.Token);
        await client.SubscribeAsync(job);
        await client.UntilAsync(() => client.Lines(job).Count == 3, "the lines so far");
        Assert.Equal("""{"status":"RUNNING","progress":60,"operadora":"PROBE","cnpj":"11222333000181","filtro":"waits","attempt":1}""", client.Seen[0]["data"]!.ToJsonString());
        Assert.Equal(["job_update", "log", "log", "log"], client.Seen.Select(message => (string)message["type"]!));

        _server.OpenGate();
        await client.UntilEndOfAsync(job);
        var status = await _server.Client.StatusAsync(job);
        Assert.Equal(status["logs"]!.AsArray().Select(line => (string)line!["message"]!), client.Lines(job));
        var progress = client.Of("job_update", job).Select(update => (int)update["data"]!["progress"]!).ToList();
        Assert.Equal([60, 90, 95, 100], progress);
    }

    [Fact]
    public async Task Without_a_token_for_whom_a_job_is_shows_its_last_characters_only()
    {
        var job = (string)(await _server.Client.RunAsync("probe", Payloads.Probe("ok:2100345678")))["job_id"]!;
        using var stranger = await OpenAsync();
        await stranger.SubscribeAsync(job);
        await stranger.UntilEndOfAsync(job);
        var data = stranger.Of("job_update", job).Last()["data"]!;
        Assert.Equal(("•••181", "•••678"), ((string)data["cnpj"]!, (string)data["filtro"]!));
    }

    [Fact]
    public async Task The_final_update_carries_the_result_or_the_error()
    {
        var good = await _server.Client.SubmitAsync("probe", Payloads.Probe("ok"));
        var bad = await _server.Client.SubmitAsync("probe", Payloads.Probe("fails:AUTH_CAPTCHA"));
        using var client = await OpenAsync(token: _server.Token);
        await client.SubscribeAsync(good);
        await client.SubscribeAsync(bad);
        await client.UntilEndOfAsync(good);
        await client.UntilEndOfAsync(bad);
        Assert.Equal("faturas/probe/11222333000181/probe_202601_ok.pdf", (string)client.Of("job_update", good).Last()["data"]!["result"]!);
        Assert.Null(client.Of("job_update", good).Last()["data"]!["error"]);
        var failed = client.Of("job_update", bad).Last()["data"]!;
        Assert.StartsWith("Erro de autenticação na operadora: ", (string)failed["error"]!, StringComparison.Ordinal);
        Assert.Equal("AUTH_CAPTCHA", (string)failed["error_code"]!);
        Assert.Null(failed["result"]);
    }

    [Fact]
    public async Task A_job_that_has_ended_is_told_whole()
    {
        var job = (string)(await _server.Client.RunAsync("probe", Payloads.Probe("ok")))["job_id"]!;
        using var client = await OpenAsync(token: _server.Token);
        await client.SubscribeAsync(job);
        await client.PingAsync();
        await client.UntilAsync(() => client.Lines(job).Count == 6, "all lines");
        Assert.Single(client.Of("job_update", job));
    }

    [Fact]
    public async Task A_star_is_every_job()
    {
        using var client = await OpenAsync(token: _server.Token);
        await client.SubscribeAsync("*");
        await client.PingAsync();
        var jobs = new List<string>();
        for (var i = 0; i < 8; i++) jobs.Add(await _server.Client.SubmitAsync("probe", Payloads.Probe($"ok:{i}")));
        foreach (var job in jobs)
        {
            await client.UntilEndOfAsync(job);
            var updates = client.Of("job_update", job).Select(update => $"{update["data"]!["status"]} {update["data"]!["progress"]}").ToList();
            Assert.Equal(["PENDING 0", "RUNNING 0", "RUNNING 30", "RUNNING 60", "RUNNING 90", "RUNNING 95", "COMPLETED 100"], updates);
            Assert.Equal(6, client.Lines(job).Count);
        }
    }

    [Fact]
    public async Task Unsubscribing_ends_the_messages_of_that_job_only()
    {
        var one = await _server.Client.SubmitAsync("probe", Payloads.Probe("waits:1"));
        var two = await _server.Client.SubmitAsync("probe", Payloads.Probe("waits:2"));
        using var client = await OpenAsync();
        await client.SubscribeAsync(one);
        await client.SubscribeAsync(two);
        await client.UntilAsync(() => client.Of("job_update", one).Any() && client.Of("job_update", two).Any(), "both");
        await client.SendAsync($$"""{"action":"unsubscribe","job_id":"{{one.ToUpperInvariant()}}"}""");
        await client.PingAsync();
        var before = client.Of("job_update", one).Count();
        _server.OpenGate();
        await client.UntilEndOfAsync(two);
        await _server.Client.EndOfAsync(one);
        await client.PingAsync();
        Assert.Equal(before, client.Of("job_update", one).Count());
    }

    [Fact]
    public async Task A_ping_is_answered()
    {
        using var client = await OpenAsync();
        await client.PingAsync();
        Assert.Equal("""{"type":"pong"}""", client.Seen.Single().ToJsonString());
    }

    public static TheoryData<string> NotUnderstood => new(
        "olá", "[]", "5", "{}", "", """{"action":5}""", """{"action":"dance"}""", """{"action":"subscribe"}""", """{"action":"unsubscribe"}""",
        """{"action":"subscribe","job_id":"x"}""", """{"action":"subscribe","job_id":"c489e92d-39ce-48da-a546-97f5a444cbe4"}""",
        """{"action":"ping","token":"x"}""", """{"action":"ping","token":5}""", new string('x', 40_000));

    [Theory]
    [MemberData(nameof(NotUnderstood))]
    public async Task What_cannot_be_understood_is_answered_and_the_connection_lives_on(string message)
    {
        using var client = await OpenAsync();
        await client.SendAsync(message);
        await client.NextAsync();
        Assert.Equal("error", (string)client.Seen.Single()["type"]!);
        Assert.NotEmpty((string)client.Seen.Single()["message"]!);
        await client.PingAsync();
    }

    [Fact]
    public async Task A_message_that_is_no_text_is_answered_too()
    {
        using var client = await OpenAsync();
        await client.SendAsync("""{"action":"ping"}"""u8.ToArray(), WebSocketMessageType.Binary);
        await client.NextAsync();
        Assert.Equal("error", (string)client.Seen.Single()["type"]!);
    }

    [Theory]
    [InlineData("header")]
    [InlineData("query")]
    [InlineData("message")]
    public async Task With_a_token_in_any_of_its_places_values_are_whole_and_without_one_they_are_masked(string place)
    {
        var job = (string)(await _server.Client.RunAsync("probe", Payloads.Probe("tells")))["job_id"]!;
        using var stranger = await OpenAsync();
        await stranger.SubscribeAsync(job);
        await stranger.UntilAsync(() => stranger.Lines(job).Count == 7, "all lines");
        Assert.Equal("•••pdf", (string)stranger.Of("job_update").Single()["data"]!["result"]!);
        Assert.DoesNotContain(stranger.Seen, message => message.ToJsonString().Contains("11222333", StringComparison.Ordinal));

        using var known = await OpenAsync(place == "query" ? $"access_token={_server.Token}" : "", place == "header" ? _server.Token : null);
        await known.SendAsync($$"""{"action":"subscribe","job_id":"{{job}}"{{(place == "message" ? $",\"token\":\"{_server.Token}\"" : "")}}}""");
        await known.UntilAsync(() => known.Lines(job).Count == 7, "all lines");
        Assert.Contains(known.Lines(job), line => line.Contains("ana@exemplo.com.br", StringComparison.Ordinal));
        Assert.DoesNotContain(known.Lines(job), line => line.Contains(Payloads.Password, StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_error_of_a_job_is_masked_too()
    {
        var job = (string)(await _server.Client.RunAsync("probe", Payloads.Probe("fails-telling")))["job_id"]!;
        using var stranger = await OpenAsync();
        await stranger.SubscribeAsync(job);
        await stranger.UntilEndOfAsync(job);
        Assert.Contains("A conta •••ing não está na lista", (string)stranger.Of("job_update").Last()["data"]!["error"]!, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("access_token=x", null)]
    [InlineData("", "x")]
    public async Task A_bad_token_is_refused_before_the_upgrade(string query, string? token)
    {
        var refusal = await Assert.ThrowsAsync<WebSocketException>(() => OpenAsync(query, token));
        Assert.Contains("401", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ProtectStreams_demands_a_token_at_the_latest_in_the_first_message()
    {
        await using var server = await TestServer.StartAsync("--Auth:ProtectStreams=true");
        using var stranger = await SocketClient.OpenAsync(server.Address);
        await stranger.SendAsync("""{"action":"ping"}""");
        while (await stranger.NextAsync() is not null)
        {
            // Until the server closes.
        }

        Assert.Equal(["error"], stranger.Seen.Select(message => (string)message["type"]!));
        Assert.Equal(WebSocketCloseStatus.PolicyViolation, stranger.CloseStatus);

        using var known = await SocketClient.OpenAsync(server.Address);
        await known.SendAsync($$"""{"action":"ping","token":"{{server.Token}}"}""");
        await known.PingAsync();
        Assert.All(known.Seen, message => Assert.Equal("pong", (string)message["type"]!));
    }

    [Fact]
    public async Task Another_kind_of_request_is_told_what_to_do()
    {
        var (status, body) = await _server.Client.SendAsync(HttpMethod.Get, "/ws/notifications");
        Assert.Equal((HttpStatusCode.UpgradeRequired, "Esta rota atende WebSocket: conecte com ws:// ou wss://"), (status, (string)body["detail"]!));
    }

    [Fact]
    public async Task A_server_that_stops_says_goodbye()
    {
        using var client = await OpenAsync();
        await client.PingAsync();
        _server.Services.GetRequiredService<IHostApplicationLifetime>().StopApplication();
        Assert.Null(await client.NextAsync());
        Assert.Equal(WebSocketCloseStatus.EndpointUnavailable, client.CloseStatus);
        await client.CloseAsync();
    }

    [Fact]
    public async Task A_client_that_goes_gives_its_place_back()
    {
        await using var server = await TestServer.StartAsync("--Notifications:MaxClients=1");
        using (var first = await SocketClient.OpenAsync(server.Address))
        {
            await first.PingAsync();
            await Assert.ThrowsAsync<WebSocketException>(() => SocketClient.OpenAsync(server.Address));
            await first.CloseAsync();
        }

        await Until.TrueAsync(
            async () =>
            {
                try
                {
                    using var second = await SocketClient.OpenAsync(server.Address);
                    return true;
                }
                catch (WebSocketException)
                {
                    return false;
                }
            },
            "a free place");
    }

    private Task<SocketClient> OpenAsync(string query = "", string? token = null) => SocketClient.OpenAsync(_server.Address, query, token);
}
