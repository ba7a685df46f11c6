using System.Net;
using BotPhone.Jobs;
using BotPhone.Tests.Kit;
using Microsoft.Extensions.DependencyInjection;

namespace BotPhone.Tests.Ledger;

/// <summary><c>GET /faturas</c>.</summary>
public sealed class When_invoices_are_listed : IAsyncLifetime
{
    private TestServer _server = null!;

    public async Task InitializeAsync() => _server = await TestServer.StartAsync();

    public Task DisposeAsync() => _server.DisposeAsync().AsTask();

    [Fact]
    public async Task Each_says_what_it_is_and_which_job_brought_it()
    {
        var job = await Bills.FetchAsync(_server.Client, "21-0034.5678", "10/01/2026", Bills.Total(1189.9m));
        var list = await _server.Client.GetAsync("/faturas");
        Snapshot.Match(list);
        var entry = list["faturas"]![0]!;
        Assert.Equal((string)job["job_id"]!, (string)entry["job_id"]!);
        Assert.Equal((string)job["completed_at"]!, (string)entry["guardada_em"]!);

        var document = job["documents"]![0]!;
        Assert.Equal((document["key"]!.ToJsonString(), document["sha256"]!.ToJsonString()), (entry["key"]!.ToJsonString(), entry["sha256"]!.ToJsonString()));
        using var file = await _server.Client.Http.GetAsync($"/arquivos/{entry["key"]}");
        Assert.Equal((int)entry["size"]!, (await file.Content.ReadAsByteArrayAsync()).Length);
    }

    [Fact]
    public async Task Jobs_without_a_document_are_not_among_them()
    {
        await _server.Client.RunAsync("probe", Payloads.Probe("fails:AUTH_CAPTCHA"));
        Assert.Equal("""{"faturas":[]}""", (await _server.Client.GetAsync("/faturas")).ToJsonString());
        Assert.Equal("""{"contas":[]}""", (await _server.Client.GetAsync("/faturas/lacunas")).ToJsonString());
    }

    [Fact]
    public async Task Operator_CNPJ_account_and_months_narrow_the_list()
    {
        foreach (var (account, dueDate, cnpj) in new[]
        {
            ("111", "31/12/2025", Bills.Cnpj), ("111", "10/01/2026", Bills.Cnpj), ("111", "31/01/2026", Bills.Cnpj), ("222", "01/02/2026", Bills.Cnpj), ("111", "15/01/2026", Bills.OtherCnpj),
        })
            await Bills.FetchAsync(_server.Client, account, dueDate, cnpj: cnpj);

        await AssertAsync("", "01/02/2026 31/01/2026 15/01/2026 10/01/2026 31/12/2025");
        await AssertAsync("?desde=01/2026&ate=2026-01", "31/01/2026 15/01/2026 10/01/2026");
        await AssertAsync("?ate=12/2025", "31/12/2025");
        await AssertAsync("?desde=2026-02", "01/02/2026");
        await AssertAsync("?cnpj=11.444.777/0001-61", "15/01/2026");
        await AssertAsync("?conta=2-2.2&operadora=PROBE", "01/02/2026");
        await AssertAsync("?conta=111&cnpj=11222333000181&desde=01/2026", "31/01/2026 10/01/2026");
        await AssertAsync("?operadora=probe", "");
        await AssertAsync("?operadora=PROBE&cnpj=11222333000181&conta=333", "");
    }

    [Fact]
    public async Task Pages_have_every_one_once_while_others_come()
    {
        for (var day = 1; day <= 7; day++) await Bills.FetchAsync(_server.Client, "111", $"{day:D2}/03/2026");
        var seen = new List<string>();
        string? cursor = null;
        do
        {
            var page = await _server.Client.GetAsync($"/faturas?operadora=PROBE&limit=3{(cursor is null ? "" : $"&cursor={cursor}")}");
            seen.AddRange(page["faturas"]!.AsArray().Select(entry => (string)entry!["vencimento"]!));
            cursor = (string?)page["next_cursor"];
            // One before the place that was reached, one behind it.
            await Bills.FetchAsync(_server.Client, "111", $"{20 - seen.Count:D2}/04/2026");
            await Bills.FetchAsync(_server.Client, "222", $"{20 - seen.Count:D2}/02/2026");
        }
        while (cursor is not null && seen.Count < 20);

        var march = seen.Where(date => date.EndsWith("/03/2026", StringComparison.Ordinal)).ToList();
        Assert.Equal(Enumerable.Range(1, 7).Reverse().Select(day => $"{day:D2}/03/2026"), march);
        Assert.Equal(seen.Distinct(), seen);
    }

    [Fact]
    public async Task Parameters_that_make_no_sense_are_all_named()
    {
        var (status, body) = await _server.Client.SendAsync(HttpMethod.Get, "/faturas?cnpj=1&desde=13/2026&ate=ontem&limit=1001&cursor=x&formato=xml");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, status);
        Snapshot.Match(body);
        foreach (var query in new[] { "limit=0", "limit=", "cursor=20260110", "cursor=20260110-0", "cursor=20261310-1", "cursor=-", "desde=02/2026&ate=01/2026", "desde=1/2026", "formato=" })
            Assert.Equal(HttpStatusCode.UnprocessableEntity, (await _server.Client.SendAsync(HttpMethod.Get, $"/faturas?{query}")).Status);
    }

    [Theory]
    [InlineData("/faturas")]
    [InlineData("/faturas/lacunas")]
    [InlineData("/faturas?formato=csv")]
    public async Task Without_a_token_nothing_is_told(string path)
    {
        using var stranger = _server.ClientWith(null);
        Assert.Equal(HttpStatusCode.Unauthorized, (await stranger.SendAsync(HttpMethod.Get, path)).Status);
    }

    [Fact]
    public async Task They_outlive_their_jobs()
    {
        var job = await Bills.FetchAsync(_server.Client, "111", "10/01/2026");
        await _server.Services.GetRequiredService<IJobStore>().RemoveEndedAsync(DateTimeOffset.MaxValue);
        Assert.Equal(HttpStatusCode.NotFound, (await _server.Client.SendAsync(HttpMethod.Get, $"/status/{job["job_id"]}")).Status);
        Assert.Equal("10/01/2026", Bills.Texts(await Bills.ListAsync(_server.Client), "vencimento"));
    }

    private async Task AssertAsync(string query, string dueDates) => Assert.Equal(dueDates, Bills.Texts(await Bills.ListAsync(_server.Client, query), "vencimento"));
}
