using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using BotPhone.Jobs;
using BotPhone.Tests.Kit;
using Microsoft.Extensions.DependencyInjection;

namespace BotPhone.Tests.Ledger;

/// <summary><c>GET /faturas/lacunas</c>.</summary>
public sealed class When_months_are_missing : IAsyncLifetime
{
    private TestServer _server = null!;

    private IJobStore Store => _server.Services.GetRequiredService<IJobStore>();

    public async Task InitializeAsync() => _server = await TestServer.StartAsync();

    public Task DisposeAsync() => _server.DisposeAsync().AsTask();

    [Fact]
    public async Task Each_account_says_which_over_the_turn_of_a_year()
    {
        await Bills.FetchAsync(_server.Client, "111", "10/11/2025");
        await Bills.FetchAsync(_server.Client, "111", "25/11/2025");
        await Bills.FetchAsync(_server.Client, "111", "10/02/2026");
        await Bills.FetchAsync(_server.Client, "222", "31/12/2025", cnpj: Bills.OtherCnpj);
        await Bills.FetchAsync(_server.Client, "333", "01/02/2026");
        Snapshot.Match(await _server.Client.GetAsync("/faturas/lacunas?ate=02/2026"));
    }

    [Fact]
    public async Task From_a_month_on_whatever_the_first_invoice_was()
    {
        await Bills.FetchAsync(_server.Client, "111", "10/01/2026");
        Assert.Equal("12/2025 02/2026", await MissingAsync("?desde=2025-12&ate=2026-02"));
        Assert.Equal("02/2026", await MissingAsync("?desde=02/2026&ate=02/2026"));
        Assert.Equal("", await MissingAsync("?ate=12/2025"));
    }

    [Fact]
    public async Task Up_to_this_month_when_nothing_else_is_said()
    {
        var now = BrazilianTime.DayOf(TimeProvider.System.GetUtcNow());
        await Store.SaveAsync(LedgerJobs.Completed("PROBE", "111", now.AddMonths(-2)));
        Assert.Equal($"{Month.Of(now).Plus(-1)} {Month.Of(now)}", await MissingAsync(""));
        await Store.SaveAsync(LedgerJobs.Completed("PROBE", "111", now));
        Assert.Equal($"{Month.Of(now).Plus(-1)}", await MissingAsync(""));
    }

    [Fact]
    public async Task Not_more_than_ten_years()
    {
        await Store.SaveAsync(LedgerJobs.Completed("PROBE", "111", new DateOnly(1999, 1, 1)));
        Assert.Equal(120, (await MissingAsync("?ate=12/2025")).Split(' ').Length);
        Assert.StartsWith("01/2016 ", await MissingAsync("?ate=12/2025"), StringComparison.Ordinal);
        Assert.StartsWith("01/2016 ", await MissingAsync("?desde=01/2016&ate=12/2025"), StringComparison.Ordinal);
        var (status, body) = await _server.Client.SendAsync(HttpMethod.Get, "/faturas/lacunas?desde=12/2015&ate=12/2025");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, status);
        var fault = Assert.Single(body["detail"]!.AsArray())!;
        Assert.Equal(("""["query","ate"]""", "são mais de 120 meses: peça menos de cada vez"), (fault["loc"]!.ToJsonString(), (string)fault["msg"]!));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await _server.Client.SendAsync(HttpMethod.Get, "/faturas/lacunas?desde=12/9999")).Status);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await _server.Client.SendAsync(HttpMethod.Get, "/faturas/lacunas?cursor=0")).Status);
    }

    [Fact]
    public async Task Filters_pages_and_a_table_tell_the_same()
    {
        for (var number = 0; number < 10; number++)
            await Store.SaveAsync(LedgerJobs.Completed(number % 2 == 0 ? "A" : "B", $"{number}", new DateOnly(2026, 1, 10), number < 5 ? Bills.Cnpj : Bills.OtherCnpj));
        // Nothing is missing there: its page is short.
        await Store.SaveAsync(LedgerJobs.Completed("A", "0", new DateOnly(2026, 2, 10)));

        Assert.Equal("1 2 3 4 5 6 7 8 9", await AccountsAsync("?ate=02/2026"));
        Assert.Equal("1 2 3 4 5 6 7 8 9", await AccountsAsync("?ate=02/2026&limit=1"));
        Assert.Equal("1 3 5 7 9", await AccountsAsync("?ate=02/2026&limit=2&operadora=B"));
        Assert.Equal("6 8", await AccountsAsync($"?ate=02/2026&limit=1&operadora=A&cnpj={Bills.OtherCnpj}"));
        Assert.Equal("4", await AccountsAsync("?ate=02/2026&conta=4"));

        var table = await _server.Client.Http.GetByteArrayAsync("/faturas/lacunas?ate=02/2026&operadora=B&formato=csv");
        Assert.Equal(
            "operadora;cnpj;conta;mes|B;11.222.333/0001-81;1;02/2026|B;11.222.333/0001-81;3;02/2026|B;11.444.777/0001-61;5;02/2026|B;11.444.777/0001-61;7;02/2026|B;11.444.777/0001-61;9;02/2026|",
            Encoding.UTF8.GetString(table.AsSpan(3)).Replace("\r\n", "|", StringComparison.Ordinal));
    }

    private async Task<string> MissingAsync(string query) => string.Join(' ', await AccountsIn(query, account => string.Join(' ', account["lacunas"]!.AsArray().Select(month => (string)month!))));

    private async Task<string> AccountsAsync(string query) => string.Join(' ', await AccountsIn(query, account => (string)account["conta"]!));

    private async Task<List<string>> AccountsIn(string query, Func<JsonNode, string> read)
    {
        var seen = new List<string>();
        string? cursor = null;
        do
        {
            var page = await _server.Client.GetAsync($"/faturas/lacunas{query}{(cursor is null ? "" : $"&cursor={cursor}")}");
            seen.AddRange(page["contas"]!.AsArray().Select(account => read(account!)));
            cursor = (string?)page["next_cursor"];
        }
        while (cursor is not null);
        return seen;
    }
}
