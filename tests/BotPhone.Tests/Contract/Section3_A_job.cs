using System.Security.Cryptography;
using System.Text.RegularExpressions;
using BotPhone.Tests.Kit;

namespace BotPhone.Tests.Contract;

/// <summary>Contract §2 and §3.</summary>
public sealed partial class Section3_A_job : IAsyncLifetime
{
    private TestServer _server = null!;

    public async Task InitializeAsync() => _server = await TestServer.StartAsync();

    public Task DisposeAsync() => _server.DisposeAsync().AsTask();

    [Fact]
    public async Task It_is_accepted_with_the_contracts_answer()
    {
        var (_, body) = await _server.Client.SendAsync(HttpMethod.Post, "/executar/probe", System.Text.Json.JsonSerializer.Serialize(Payloads.Probe("ok")));
        var id = (string)body["job_id"]!;
        Assert.True(Guid.TryParse(id, out _));
        Assert.Equal($$"""{"job_id":"{{id}}","status":"PENDING","message":"Job criado para operadora PROBE","status_url":"/status/{{id}}"}""", body.ToJsonString());
    }

    [Fact]
    public async Task It_ends_COMPLETED_with_a_file_that_can_be_fetched()
    {
        var status = await _server.Client.RunAsync("probe", Payloads.Probe("ok"));
        Assert.Equal(("COMPLETED", 100, "PROBE", 1, "0.1.0"), (
            (string)status["status"]!, (int)status["progress"]!, (string)status["operadora"]!, (int)status["attempt"]!, (string)status["operator_version"]!));
        Assert.Null(status["error"]);

        var document = status["documents"]!.AsArray().Single()!;
        Assert.Equal("faturas/probe/11222333000181/probe_202601_ok.pdf", (string)status["result"]!);
        Assert.Equal((string)status["result"]!, (string)document["key"]!);

        using var response = await _server.Client.Http.GetAsync($"/arquivos/{status["result"]}");
        var file = await response.Content.ReadAsByteArrayAsync();
        Assert.Equal("application/pdf", response.Content.Headers.ContentType!.MediaType);
        Assert.Equal(((long)file.Length, Convert.ToHexStringLower(SHA256.HashData(file))), ((long)document["size"]!, (string)document["sha256"]!));
    }

    [Fact]
    public async Task A_stored_file_is_served_in_ranges()
    {
        var key = (string)(await _server.Client.RunAsync("probe", Payloads.Probe("ok")))["result"]!;
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/arquivos/{key}") { Headers = { Range = new(0, 4) } };
        using var response = await _server.Client.Http.SendAsync(request);
        Assert.Equal(System.Net.HttpStatusCode.PartialContent, response.StatusCode);
        Assert.Equal("%PDF-", await response.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task Its_log_has_the_contracts_lines_in_order()
    {
        var status = await _server.Client.RunAsync("probe", Payloads.Probe("ok"));
        Assert.Equal(
            [
                "INFO Iniciando processamento da operadora PROBE", "INFO Executando RPA para PROBE", "INFO Metade do caminho", "INFO RPA executado, finalizando...",
                "INFO Processamento concluído com sucesso", $"WARN Job {status["job_id"]} concluído: completed",
            ],
            status["logs"]!.AsArray().Select(line => $"{line!["level"]} {line["message"]}"));
    }

    [Theory]
    [InlineData("x")]
    [InlineData("completed")]
    [InlineData("PROBE")]
    public async Task Its_log_has_the_contracts_lines_whatever_the_password_is(string password)
    {
        var status = await _server.Client.RunAsync("probe", new { login = "Executando", senha = password, filtro = "ok", cnpj = "11222333000181" });
        var lines = status["logs"]!.AsArray().Select(line => (string)line!["message"]!).ToList();
        Assert.Equal("Iniciando processamento da operadora PROBE", lines[0]);
        Assert.Equal("Executando RPA para PROBE", lines[1]);
        Assert.Equal($"Job {status["job_id"]} concluído: completed", lines[^1]);
    }

    [Fact]
    public async Task Its_times_are_in_UTC_with_Z()
    {
        var status = await _server.Client.RunAsync("probe", Payloads.Probe("ok"));
        foreach (var name in new[] { "created_at", "started_at", "completed_at" }) Assert.Matches(IsoTime(), (string)status[name]!);
        Assert.All(status["logs"]!.AsArray(), line => Assert.Matches(IsoTime(), (string)line!["timestamp"]!));
    }

    [Fact]
    public async Task Its_progress_is_seen_while_it_runs()
    {
        var id = await _server.Client.SubmitAsync("probe", Payloads.Probe("waits"));
        await Until.TrueAsync(async () => (int)(await _server.Client.StatusAsync(id))["progress"]! == 60, "progress 60");
        var running = await _server.Client.StatusAsync(id);
        Assert.Equal("RUNNING", (string)running["status"]!);
        Assert.Null(running["completed_at"]);
        Assert.Equal(1, (int)(await _server.Client.GetAsync("/health"))["jobs_active"]!);
        _server.OpenGate();
        Assert.Equal("COMPLETED", (string)(await _server.Client.EndOfAsync(id))["status"]!);
    }

    [Fact]
    public async Task A_CNPJ_with_wrong_check_digits_is_only_warned_about()
    {
        var status = await _server.Client.RunAsync("probe", new { login = "a", senha = "b", filtro = "ok", cnpj = "12.345.678/0001-90" });
        Assert.Equal("COMPLETED", (string)status["status"]!);
        Assert.Contains(status["logs"]!.AsArray(), line => (string)line!["level"]! == "WARN" && ((string)line["message"]!).Contains("12.345.678/0001-90", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_list_has_the_newest_first()
    {
        var first = await _server.Client.SubmitAsync("probe", Payloads.Probe("ok"));
        var second = await _server.Client.SubmitAsync("probe", Payloads.Probe("ok"));
        await _server.Client.EndOfAsync(second);
        await _server.Client.EndOfAsync(first);
        var list = await _server.Client.GetAsync("/jobs");
        Assert.Equal(2, (int)list["total_jobs"]!);
        Assert.Equal([second, first], list["jobs"]!.AsArray().Select(job => (string)job!["job_id"]!));
    }

    [GeneratedRegex(@"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$")]
    private static partial Regex IsoTime();
}
