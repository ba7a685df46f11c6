using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using BotPhone.Jobs;
using BotPhone.Tests.Kit;
using BotPhone.Tests.Statistics;
using Microsoft.Extensions.DependencyInjection;

namespace BotPhone.Tests.Ledger;

/// <summary><c>GET /faturas/falhas</c>.</summary>
public sealed class When_jobs_fail : IAsyncLifetime
{
    private readonly DateTimeOffset _now = TimeProvider.System.GetUtcNow();
    private TestServer _server = null!;

    private IJobStore Store => _server.Services.GetRequiredService<IJobStore>();

    public async Task InitializeAsync() => _server = await TestServer.StartAsync();

    public Task DisposeAsync() => _server.DisposeAsync().AsTask();

    [Fact]
    public async Task An_account_says_why_since_when_and_how_often()
    {
        await _server.Client.RunAsync("probe", Payloads.Probe("fails:AUTH_CAPTCHA"));
        var last = await _server.Client.RunAsync("probe", Payloads.Probe("fails:AUTH_CAPTCHA"));
        Snapshot.Match(await _server.Client.GetAsync("/faturas/falhas"));
        var failed = Assert.Single(await ListAsync())!;
        Assert.Equal(((string)last["job_id"]!, (string)last["completed_at"]!), ((string)failed["job_id"]!, (string)failed["em"]!));
    }

    [Fact]
    public async Task A_success_clears_it_and_only_its_own()
    {
        await Store.SaveAsync(EndedJobs.Failed("PROBE", "2100-1", _now));
        await Store.SaveAsync(EndedJobs.Failed("PROBE", "2100-2", _now.AddSeconds(1)));
        await Store.SaveAsync(EndedJobs.Failed("OUTRA", "2100-1", _now.AddSeconds(2)));
        Assert.Equal("OUTRA 2100-1, PROBE 2100-2, PROBE 2100-1", await AccountsAsync());
        // However the account is punctuated.
        await Store.SaveAsync(EndedJobs.Completed("PROBE", "21001", _now.AddSeconds(3)));
        Assert.Equal("OUTRA 2100-1, PROBE 2100-2", await AccountsAsync());
        await Store.SaveAsync(EndedJobs.Failed("PROBE", "2100-1", _now.AddSeconds(4)));
        Assert.Equal(1, (int)(await ListAsync("?operadora=PROBE&conta=21001")).Single()!["tentativas"]!);
    }

    [Fact]
    public async Task It_outlives_its_job_for_ninety_days()
    {
        await Store.SaveAsync(EndedJobs.Failed("PROBE", "velha", _now.AddDays(-91)));
        await Store.SaveAsync(EndedJobs.Failed("PROBE", "nova", _now.AddDays(-89)));
        await Store.RemoveEndedAsync(_now);
        Assert.Equal("PROBE nova, PROBE velha", await AccountsAsync());
        await _server.Services.GetRequiredService<IFailedAccounts>().RemoveAsync(_now.AddDays(-90));
        Assert.Equal("PROBE nova", await AccountsAsync());
    }

    [Fact]
    public async Task Filters_pages_and_a_table_tell_the_same()
    {
        for (var number = 0; number < 10; number++)
            await Store.SaveAsync(EndedJobs.Failed(number % 2 == 0 ? "A" : "B", $"{number}", _now.AddMinutes(-number), cnpj: number < 5 ? Bills.Cnpj : Bills.OtherCnpj));
        Assert.Equal("B 1, B 3, B 5, B 7, B 9", await AccountsAsync("?operadora=B&limit=2"));
        Assert.Equal("A 6, A 8", await AccountsAsync("?operadora=A&cnpj=11.444.777/0001-61&limit=1"));
        Assert.Equal("A 4", await AccountsAsync("?conta=4"));

        var table = Encoding.UTF8.GetString((await _server.Client.Http.GetByteArrayAsync("/faturas/falhas?operadora=B&formato=csv")).AsSpan(3)).Split("\r\n");
        Assert.Equal("operadora;cnpj;conta;job_id;error_code;error;em;tentativas", table[0]);
        Assert.Equal(["1", "3", "5", "7", "9"], table[1..^1].Select(row => row.Split(';')[2]));
        Assert.StartsWith("B;11.222.333/0001-81;1;", table[1], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("cnpj=123", "cnpj")]
    [InlineData("limit=0", "limit")]
    [InlineData("cursor=1", "cursor")]
    [InlineData("formato=xml", "formato")]
    public async Task Parameters_that_make_no_sense_are_refused(string query, string parameter)
    {
        var (status, body) = await _server.Client.SendAsync(HttpMethod.Get, $"/faturas/falhas?{query}");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, status);
        Assert.Equal($"""["query","{parameter}"]""", Assert.Single(body["detail"]!.AsArray())!["loc"]!.ToJsonString());
    }

    [Fact]
    public async Task It_asks_for_a_token()
    {
        using var stranger = _server.ClientWith(null);
        Assert.Equal(HttpStatusCode.Unauthorized, (await stranger.SendAsync(HttpMethod.Get, "/faturas/falhas")).Status);
    }

    private async Task<string> AccountsAsync(string query = "") => string.Join(", ", (await ListAsync(query)).Select(failed => $"{failed!["operadora"]} {failed["conta"]}"));

    private async Task<List<JsonNode?>> ListAsync(string query = "")
    {
        var seen = new List<JsonNode?>();
        string? cursor = null;
        do
        {
            var page = await _server.Client.GetAsync($"/faturas/falhas{query}{(cursor is null ? "" : $"{(query.Length == 0 ? '?' : '&')}cursor={cursor}")}");
            seen.AddRange(page["falhas"]!.AsArray());
            cursor = (string?)page["next_cursor"];
        }
        while (cursor is not null);
        return seen;
    }
}
