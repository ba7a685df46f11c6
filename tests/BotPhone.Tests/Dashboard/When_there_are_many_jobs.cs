using BotPhone.Jobs;
using BotPhone.Tests.Kit;
using Microsoft.Extensions.DependencyInjection;

namespace BotPhone.Tests.Dashboard;

/// <summary>The list of jobs: however many there are, little is read and little is drawn.</summary>
[Collection(OneBrowserTestAtATime.Name)]
public sealed class When_there_are_many_jobs
{
    private const int Many = 10_000;

    [Fact]
    public async Task Only_what_is_seen_is_read_and_drawn()
    {
        await using var server = await TestServer.StartAsync();
        await FillAsync(server.Services.GetRequiredService<IJobStore>());
        await using var page = await DashboardPage.EnterAsync(server, "#/jobs");
        await page.ShowsAsync("[role=status]", "10.000 jobs");
        await page.ShowsAsync(".list tbody", "GONE");
        Assert.Equal((1L, (long)Many + 1), (Requests(page), long.Parse((string)page.Ask("document.querySelector('.list table').getAttribute('aria-rowcount')"), System.Globalization.CultureInfo.InvariantCulture)));
        Assert.InRange(Rows(page), 10, 60);
        page.AssertAccessible();

        page.Ask("document.querySelector('.list').scrollTop = 44 * 300");
        await Until.TrueAsync(() => FirstRow(page) is > 280 and < 310 && !page.Texts(".list tbody")[0].Contains("Carregando", StringComparison.Ordinal), "what was scrolled to is there");
        Assert.Equal(2L, Requests(page));
        Assert.InRange(Rows(page), 10, 60);

        page.Ask("document.querySelector('#operator').value = ''");
        await page.GoAsync("#/jobs?status=COMPLETED");
        await page.ShowsAsync("main", "Nenhum job corresponde.");
        page.AssertClean();
    }

    [Fact]
    public async Task Those_that_come_meanwhile_are_offered_and_those_that_are_there_change()
    {
        await using var server = await TestServer.StartAsync("--Operators:Settings:PROBE:Patience=00:10:00");
        await server.Client.SubmitAsync("probe", Payloads.Probe("waits"));
        await using var page = await DashboardPage.EnterAsync(server, "#/jobs");
        await page.ShowsAsync(".list tbody", "Rodando");
        server.OpenGate();
        await page.ShowsAsync(".list tbody", "Pronto");
        await server.Client.RunAsync("probe", Payloads.Probe("fails:AUTH_MFA"));
        await page.PressAsync("1 job novo: mostrar");
        await page.ShowsAsync(".list tbody", "segundo fator");
        Assert.Equal(2, Rows(page));
    }

    private static async Task FillAsync(IJobStore store) => await Task.WhenAll(Enumerable.Range(0, Many).Select(_ => store.AddAsync(
        new Job { Id = Guid.NewGuid(), Number = store.NextNumber(), Operator = "GONE", CreatedAt = DateTimeOffset.UnixEpoch })));

    private static long Rows(DashboardPage page) => (long)page.Ask("document.querySelectorAll('.list tbody tr:not(.gap)').length");

    private static long FirstRow(DashboardPage page) => (long)page.Ask("Number(document.querySelector('.list tbody tr:not(.gap)').getAttribute('aria-rowindex'))");

    private static long Requests(DashboardPage page) => (long)page.Ask("performance.getEntriesByType('resource').filter(({ name }) => name.includes('/jobs?limit=200')).length");
}
