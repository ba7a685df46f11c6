using System.Text.Json;
using System.Text.Json.Nodes;
using BotPhone.Tests.Kit;

namespace BotPhone.Tests.Hosting;

/// <summary>What a person or a collector of logs finds: everything that happened, and nothing that must not be there.</summary>
public sealed class When_the_server_logs : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Where_no_person_watches_every_event_is_a_line_of_JSON_and_a_job_can_be_followed_from_its_request()
    {
        _folder.Drop("Probe");
        var token = await PublishedServer.TokenAsync(_folder);
        await using var server = await PublishedServer.StartAsync(_folder, $"--Operators:Settings:PROBE:Effects={_folder.File("effects")}");
        using var client = new ApiClient(server.Address, token);
        var job = (string)(await client.RunAsync("probe", Payloads.Probe("talks")))["job_id"]!;
        await client.SendAsync(HttpMethod.Get, $"/jobs?limit=1&segredo={Uri.EscapeDataString(Payloads.Password)}");
        using var stranger = new ApiClient(server.Address, null);
        await stranger.SendAsync(HttpMethod.Get, $"/events/logs?access_token=x{token}");

        await server.StopAsync();
        await Until.TrueAsync(() => server.Log.Any(line => line.Contains("parando", StringComparison.Ordinal)), "the last line");
        var lines = server.Log.Select(line => JsonNode.Parse(line)!).ToList();

        var ofJob = lines.Where(line => (string?)line["State"]?["JobId"] == job).ToList();
        Assert.Equal("Iniciando processamento da operadora PROBE", (string)ofJob[0]["State"]!["Text"]!);
        Assert.All(ofJob, line => Assert.Equal("PROBE", (string)line["State"]!["OperatorCode"]!));

        var request = lines.Single(line => (string?)line["State"]?["Path"] == "/executar/probe");
        Assert.Equal(("POST", 200), ((string)request["State"]!["Method"]!, (int)request["State"]!["Status"]!));
        Assert.Equal([TraceOf(request)], ofJob.Select(TraceOf).Distinct());

        var all = string.Join('\n', server.Log);
        foreach (var secret in new[] { token, Payloads.Password, Uri.EscapeDataString(Payloads.Password), JsonSerializer.Serialize(Payloads.Password).Trim('"'), "access_token", "segredo" })
            Assert.DoesNotContain(secret, all, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_path_cannot_forge_a_line()
    {
        await using var server = await TestServer.StartAsync();
        await server.Client.SendAsync(HttpMethod.Get, "/nada%0D%0AINFO tudo bem");
        await Until.TrueAsync(() => server.Log.Text.Contains("GET /nada%0D%0AINFO%20tudo%20bem 404", StringComparison.Ordinal), "the request's line");
    }

    private static string? TraceOf(JsonNode line) => line["Scopes"]!.AsArray().Select(scope => (string?)scope!["TraceId"]).FirstOrDefault(trace => trace is not null);
}
