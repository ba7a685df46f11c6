using System.Net;
using BotPhone.Tests.Kit;

namespace BotPhone.Tests.Metrics;

/// <summary><c>GET /metrics</c> of a server of its own: measurements are a process's.</summary>
public sealed class When_metrics_are_read : IAsyncLifetime, IDisposable
{
    private static readonly string[] KnownLabels =
    [
        "operator", "status", "error_code", "le", "http_request_method", "http_route", "http_response_status_code", "cpu_mode", "gc_heap_generation",
        "service_name", "otel_scope_name", "otel_scope_version", "job", "instance",
    ];

    private readonly TemporaryFolder _folder = new();
    private PublishedServer _server = null!;
    private ApiClient _client = null!;

    public async Task InitializeAsync()
    {
        _folder.Drop("Probe");
        _server = await PublishedServer.StartAsync(_folder, $"--Operators:Settings:PROBE:Effects={_folder.File("effects")}");
        _client = new ApiClient(_server.Address, await PublishedServer.TokenAsync(_folder));
    }

    public async Task DisposeAsync() => await _server.DisposeAsync();

    public void Dispose()
    {
        _client.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public async Task They_count_jobs_by_operator_and_how_they_ended_without_a_token()
    {
        await _client.RunAsync("probe", Payloads.Probe("ok"));
        await _client.RunAsync("probe", Payloads.Probe("fails:AUTH_CAPTCHA"));
        await _client.RunAsync("probe", Payloads.Probe("fails:AUTH_CAPTCHA"));

        using var stranger = new ApiClient(_server.Address, null);
        var metrics = await UntilAsync(stranger, metrics => metrics.Sum("botphone_jobs_total") == 3);
        Assert.Equal(1, metrics.Sum("botphone_jobs_total", ("operator", "PROBE"), ("status", "COMPLETED")));
        Assert.Equal(2, metrics.Sum("botphone_jobs_total", ("operator", "PROBE"), ("status", "FAILED"), ("error_code", "AUTH_CAPTCHA")));
        Assert.Equal(1, metrics.Sum("botphone_job_duration_seconds_count", ("operator", "PROBE"), ("status", "COMPLETED")));
        Assert.InRange(metrics.Sum("botphone_job_duration_seconds_sum"), 0.001, 120);
        Assert.InRange(metrics.Sum("dotnet_process_memory_working_set_bytes"), 10_000_000, 4_000_000_000);
        Assert.InRange(metrics.Sum("http_server_request_duration_seconds_count", ("http_route", "/executar/{operadora}"), ("http_response_status_code", "200")), 3, 3);
    }

    [Fact]
    public async Task They_say_what_waits_what_runs_and_who_follows()
    {
        var idle = await MetricsText.ReadAsync(_client.Http);
        foreach (var name in new[] { "botphone_queue_pending", "botphone_queue_active", "botphone_live_clients", "botphone_browsers", "botphone_spool_documents" })
            Assert.Contains(idle.Samples, sample => sample.Name == name && sample.Value == 0);

        using var follower = await SocketClient.OpenAsync(_server.Address);
        for (var i = 0; i < 7; i++) await _client.SubmitAsync("probe", Payloads.Probe("waits"));
        await UntilAsync(_client, metrics =>
            (metrics.Sum("botphone_queue_pending"), metrics.Sum("botphone_queue_active"), metrics.Sum("botphone_live_clients")) == (2, 5, 1));
        await File.WriteAllTextAsync(_folder.File("effects.open"), "");
    }

    /// <summary>Whatever clients send, there are no more series than there are routes, operators and codes, and nothing of it is in them.</summary>
    [Fact]
    public async Task What_clients_send_makes_no_labels()
    {
        var job = await _client.RunAsync("probe", Payloads.Probe("ok:2100345678"));
        for (var i = 0; i < 30; i++)
        {
            await _client.SendAsync(HttpMethod.Get, $"/status/{Guid.NewGuid()}?x=2100345678");
            await _client.SendAsync(HttpMethod.Get, $"/planted-path-{i}");
            await _client.SendAsync(HttpMethod.Post, $"/executar/planted-operator-{i}", "{}");
            await _client.SendAsync(new HttpMethod($"PLANTED{i}"), "/jobs");
        }

        using var file = await _client.Http.GetAsync($"/arquivos/{job["result"]}");
        Assert.Equal(HttpStatusCode.OK, file.StatusCode);
        var metrics = await MetricsText.ReadAsync(_client.Http);
        foreach (var planted in new[] { "planted", "PLANTED", "2100345678", "11222333000181", "ana@exemplo", ".pdf", (string)job["job_id"]! })
            Assert.DoesNotContain(planted, metrics.Text, StringComparison.Ordinal);
        Secrets.AssertNotIn(metrics.Text, Payloads.Password);
        Assert.Empty(metrics.Samples.SelectMany(sample => sample.Labels.Keys).Distinct().Except(KnownLabels));
        Assert.InRange(metrics.Samples.Count, 20, 500);
    }

    private static async Task<MetricsText> UntilAsync(ApiClient client, Func<MetricsText, bool> condition)
    {
        MetricsText metrics = null!;
        await Until.TrueAsync(async () => condition(metrics = await MetricsText.ReadAsync(client.Http)), "the metrics say so");
        return metrics;
    }
}
