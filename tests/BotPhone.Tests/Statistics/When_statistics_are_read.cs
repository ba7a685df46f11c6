using System.Net;
using System.Text.Json.Nodes;
using BotPhone.Jobs;
using BotPhone.Sdk;
using BotPhone.Statistics;
using BotPhone.Tests.Kit;
using Microsoft.Extensions.DependencyInjection;

namespace BotPhone.Tests.Statistics;

/// <summary><c>GET /estatisticas</c>.</summary>
public sealed class When_statistics_are_read : IAsyncLifetime
{
    private readonly DateTimeOffset _now = TimeProvider.System.GetUtcNow();
    private TestServer _server = null!;

    private IJobStore Store => _server.Services.GetRequiredService<IJobStore>();

    public async Task InitializeAsync() => _server = await TestServer.StartAsync();

    public Task DisposeAsync() => _server.DisposeAsync().AsTask();

    [Fact]
    public async Task They_say_what_became_of_the_jobs_of_today()
    {
        await _server.Client.RunAsync("probe", Payloads.Probe("ok"));
        var failed = await _server.Client.RunAsync("probe", Payloads.Probe("fails:AUTH_CAPTCHA"));
        await _server.Client.RunAsync("probe", Payloads.Probe("throws"));

        var body = await _server.Client.GetAsync("/estatisticas?dias=1");
        var today = (string)body["ate"]!;
        Assert.Equal((today, today), (BrazilianTime.DayOf(TimeProvider.System.GetUtcNow()).ToString("yyyy-MM-dd", null), (string)body["desde"]!));
        Assert.Equal(
            $$$"""{"dia":"{{{today}}}","operadora":"PROBE","concluidos":1,"falhas":{"AUTH_CAPTCHA":1,"PLUGIN_FALHOU":1}}""", Assert.Single(body["dias"]!.AsArray())!.ToJsonString());
        var probe = Assert.Single(body["operadoras"]!.AsArray())!;
        Assert.Equal(["operadora", "concluidos", "falhas", "mediana_segundos", "p90_segundos", "ultimas_falhas"], probe.AsObject().Select(property => property.Key));
        Assert.Equal("""{"cliente":1,"portal":0,"plugin":1,"servidor":0}""", probe["falhas"]!.ToJsonString());
        Assert.InRange((double)probe["mediana_segundos"]!, 0.001, 60);
        Assert.Equal(["PLUGIN_FALHOU", "AUTH_CAPTCHA"], probe["ultimas_falhas"]!.AsArray().Select(one => (string)one!["error_code"]!));
        var last = probe["ultimas_falhas"]![1]!;
        Assert.Equal(((string)failed["job_id"]!, (string)failed["error"]!, (string)failed["completed_at"]!), ((string)last["job_id"]!, (string)last["error"]!, (string)last["em"]!));
    }

    [Fact]
    public async Task The_queue_is_in_them()
    {
        for (var i = 0; i < 8; i++) await _server.Client.SubmitAsync("probe", Payloads.Probe("waits"));
        await Until.TrueAsync(
            async () => (await _server.Client.GetAsync("/estatisticas"))["fila"]!.AsArray().Any(point => (int)point!["pendentes"]! >= 3 && (int)point["ativos"]! == 5), "three wait and five run");
        Assert.Equal(["em", "pendentes", "ativos"], (await _server.Client.GetAsync("/estatisticas"))["fila"]![0]!.AsObject().Select(property => property.Key));
        _server.OpenGate();
    }

    [Fact]
    public async Task A_period_has_its_days_only_and_the_last_five_failures_in_it()
    {
        for (var days = 0; days < 8; days++)
        {
            await Store.SaveAsync(EndedJobs.Failed("OP", "1", _now.AddDays(-days), ErrorCode.Interrupted));
            await Store.SaveAsync(EndedJobs.Completed("OP", "1", _now.AddDays(-days), TimeSpan.FromSeconds(days + 1)));
        }

        await Store.SaveAsync(EndedJobs.Completed("ALGO", "1", _now.AddDays(-40)));
        Assert.Equal("OP 2 0/0/0/2 1 2 2", await SummaryAsync("?dias=2"));
        Assert.Equal("OP 8 0/0/0/8 4 8 5", await SummaryAsync(""));
        Assert.Equal("ALGO 1 0/0/0/0 5 5 0|OP 8 0/0/0/8 4 8 5", await SummaryAsync("?dias=366"));
    }

    /// <summary>A job is counted by the day that it was in Brasília when it ended.</summary>
    [Fact]
    public async Task A_day_begins_at_midnight_in_Brasilia()
    {
        var midnight = new DateTimeOffset(BrazilianTime.DayOf(_now).AddDays(-3), new TimeOnly(0, 0), TimeSpan.FromHours(-3));
        await Store.SaveAsync(EndedJobs.Completed("OP", "1", midnight.AddSeconds(-1)));
        await Store.SaveAsync(EndedJobs.Completed("OP", "1", midnight));
        var body = await _server.Client.GetAsync("/estatisticas");
        Assert.Equal(
            new[] { midnight.AddDays(-1), midnight }.Select(day => day.ToString("yyyy-MM-dd", null)), body["dias"]!.AsArray().Select(day => (string)day!["dia"]!));
    }

    [Fact]
    public async Task They_outlive_the_jobs()
    {
        await Store.SaveAsync(EndedJobs.Failed("OP", "1", _now));
        var before = (await _server.Client.GetAsync("/estatisticas"))["dias"]!.ToJsonString();
        await Store.RemoveEndedAsync(_now.AddHours(1));
        var after = await _server.Client.GetAsync("/estatisticas");
        Assert.Equal(before, after["dias"]!.ToJsonString());
        Assert.Single(after["operadoras"]![0]!["ultimas_falhas"]!.AsArray());
    }

    [Fact]
    public async Task They_are_kept_for_four_hundred_days()
    {
        await Store.SaveAsync(EndedJobs.Completed("OP", "1", _now.AddDays(-400)));
        await Store.SaveAsync(EndedJobs.Completed("OP", "1", _now.AddDays(-402)));
        var statistics = _server.Services.GetRequiredService<IJobStatistics>();
        await statistics.RemoveAsync(BrazilianTime.DayOf(_now).AddDays(-400));
        Assert.Equal(BrazilianTime.DayOf(_now).AddDays(-400), Assert.Single(statistics.Days(DateOnly.MinValue, BrazilianTime.DayOf(_now))).Day);
    }

    [Theory]
    [InlineData("0", "ensure this value is greater than or equal to 1")]
    [InlineData("367", "ensure this value is less than or equal to 366")]
    [InlineData("um", "value is not a valid integer")]
    [InlineData("-1", "value is not a valid integer")]
    [InlineData("", "value is not a valid integer")]
    public async Task Days_that_make_no_sense_are_refused(string days, string message)
    {
        var (status, body) = await _server.Client.SendAsync(HttpMethod.Get, $"/estatisticas?dias={days}");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, status);
        var fault = Assert.Single(body["detail"]!.AsArray())!;
        Assert.Equal(("""["query","dias"]""", message), (fault["loc"]!.ToJsonString(), (string)fault["msg"]!));
    }

    [Fact]
    public async Task They_ask_for_a_token()
    {
        using var stranger = _server.ClientWith(null);
        Assert.Equal(HttpStatusCode.Unauthorized, (await stranger.SendAsync(HttpMethod.Get, "/estatisticas")).Status);
    }

    // operadora concluidos cliente/portal/plugin/servidor mediana p90 falhas
    private async Task<string> SummaryAsync(string query) => string.Join('|', (await _server.Client.GetAsync($"/estatisticas{query}"))["operadoras"]!.AsArray().Select(one => FormattableString.Invariant(
        $"{one!["operadora"]} {one["concluidos"]} {string.Join('/', one["falhas"]!.AsObject().Select(who => who.Value!.ToJsonString()))} {Whole(one["mediana_segundos"])} {Whole(one["p90_segundos"])} {one["ultimas_falhas"]!.AsArray().Count}")));

    private static double Whole(JsonNode? seconds) => Math.Round((double)seconds!);
}
