using BotPhone.Tests.Kit;

namespace BotPhone.Tests.Processos;

public sealed class When_the_server_ends_before_a_processo_is_told : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly Guid _processo = Guid.NewGuid();
    private readonly int _port = FreePort.Find();

    public When_the_server_ends_before_a_processo_is_told() => _folder.Drop("Probe");

    private string FirstPath => $"/api/processos/{_processo}/status";

    private string Effects => _folder.File("effects");

    private string[] Settings =>
        [$"--Operators:Settings:PROBE:Effects={Effects}", $"--ProcessoApi:Url=http://127.0.0.1:{_port}", "--ProcessoApi:RetryPause=00:00:01"];

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task It_is_told_after_the_next_start()
    {
        var token = await PublishedServer.TokenAsync(_folder);
        string id;
        await using (var server = await PublishedServer.StartAsync(_folder, Settings))
        {
            using var client = new ApiClient(server.Address, token);
            id = await client.SubmitAsync("probe", Payloads.Probe("ok", _processo));
            await Until.TrueAsync(() => LogHasAsync(client, id, "Nova tentativa"), "nobody listened");
            await server.KillAsync();
        }

        using var api = ProcessoApi.Start(_port);
        api.Answer(FirstPath, 200);
        await using (var server = await PublishedServer.StartAsync(_folder, Settings))
        {
            using var client = new ApiClient(server.Address, token);
            await Until.TrueAsync(() => LogHasAsync(client, id, $"Processo {_processo} atualizado: COMPLETED"), "the processo was told");
            Assert.Equal("COMPLETED", (string)(await client.StatusAsync(id))["status"]!);
        }

        Assert.Contains($"\"job_id\":\"{id}\"", Assert.Single(api.Calls).Body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Without_an_answer_it_is_told_again(bool killed)
    {
        var token = await PublishedServer.TokenAsync(_folder);
        using var api = ProcessoApi.Start(_port);
        api.Answer(FirstPath, 200, hangs: true);
        await using (var server = await PublishedServer.StartAsync(_folder, Settings))
        {
            using var client = new ApiClient(server.Address, token);
            await client.SubmitAsync("probe", Payloads.Probe("ok", _processo));
            await Until.TrueAsync(() => api.Calls.Count > 0, "the API was asked");
            if (killed) await server.KillAsync();
            else Assert.Equal(0, await server.StopAsync());
        }

        // Nor was the next endpoint asked: a server that is told to stop does not wait for an answer.
        Assert.Single(api.Calls);
        api.Answer(FirstPath, 200);
        await using (await PublishedServer.StartAsync(_folder, Settings))
            await Until.TrueAsync(() => api.Calls.Count > 1, "the API was asked again");
        Assert.Equal(2, api.Calls.Count);
        Assert.Equal(api.Calls[0], api.Calls[1]);
    }

    [Fact]
    public async Task A_job_that_ends_while_the_server_stops_is_told()
    {
        var token = await PublishedServer.TokenAsync(_folder);
        using var api = ProcessoApi.Start(_port);
        api.Answer(FirstPath, 200);
        await using var server = await PublishedServer.StartAsync(_folder, Settings);
        using var client = new ApiClient(server.Address, token);
        await client.SubmitAsync("probe", Payloads.Probe("waits", _processo));
        await client.SubmitAsync("probe", Payloads.Probe("hangs"));
        await Until.TrueAsync(() => File.Exists(Effects) && File.ReadAllLines(Effects).Length == 2, "both jobs run");

        var stopped = server.StopAsync();
        await Until.TrueAsync(async () => !await AnswersAsync(client), "the server takes no more");
        await File.WriteAllTextAsync(Effects + ".open", "");
        await Until.TrueAsync(() => api.Calls.Count > 0, "the API was asked while the other job holds the server");
        Assert.Single(api.Calls);
        await server.KillAsync();
        await stopped;
    }

    private static async Task<bool> AnswersAsync(ApiClient client)
    {
        try
        {
            using var health = await client.Http.GetAsync("/health");
            return true;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    private static async Task<bool> LogHasAsync(ApiClient client, string id, string text) =>
        (await client.StatusAsync(id))["logs"]!.AsArray().Any(line => ((string)line!["message"]!).Contains(text, StringComparison.Ordinal));
}
