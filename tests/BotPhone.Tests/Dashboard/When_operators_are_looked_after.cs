using BotPhone.Tests.Kit;

namespace BotPhone.Tests.Dashboard;

/// <summary>Operators that come, those that cannot, and how well they do, before the eyes of who drops them.</summary>
[Collection(OneBrowserTestAtATime.Name)]
public sealed class When_operators_are_looked_after
{
    [Fact]
    public async Task One_that_is_dropped_appears_by_itself_and_one_that_is_bad_says_why()
    {
        await using var server = await TestServer.StartAsync();
        await using var page = await DashboardPage.EnterAsync(server, "#/operadoras");
        await page.ShowsAsync(".cards h3", "PROBE");
        page.AssertAccessible();

        server.Folder.Drop("Swap");
        await page.ShowsAsync(".cards h3", "SWAP");
        await page.ShowsAsync(".news .loaded", "SWAP");

        server.Folder.Drop("NoExports");
        await page.ShowsAsync(".problem h3", "NoExports");
        var reason = (string)(await server.Client.GetAsync("/operadoras"))["rejeitadas"]![0]!["reason"]!;
        Assert.Contains(reason, page.Texts(".problem")[0], StringComparison.Ordinal);
        await page.ShowsAsync(".news .rejected", "NoExports");
        page.AssertAccessible();

        // What has happened is still there for who comes later.
        await page.GoAsync("#/jobs");
        await page.GoAsync("#/operadoras");
        await page.ShowsAsync(".news .rejected", "NoExports");
        await page.ShowsAsync(".news .loaded", "A operadora PROBE atende");
        page.AssertClean();
    }

    [Fact]
    public async Task Each_says_how_well_it_does_and_who_can_do_something_about_the_rest()
    {
        await using var server = await TestServer.StartAsync();
        await using var page = await DashboardPage.EnterAsync(server, "#/operadoras");
        await page.ShowsAsync(".cards", "Nenhum job terminou em 30 dias.");
        await server.Client.RunAsync("probe", Payloads.Probe("ok"));
        await server.Client.RunAsync("probe", Payloads.Probe("fails:AUTH_CAPTCHA"));
        await server.Client.RunAsync("probe", Payloads.Probe("fails:NAV_MANUTENCAO"));
        var failed = await server.Client.RunAsync("probe", Payloads.Probe("throws"));

        await page.ShowsAsync(".record", "25% prontos (1 de 4 jobs em 30 dias)");
        Assert.Equal(["1 falha: pede um acesso ou um pedido corrigido", "1 falha: do portal da operadora", "1 falha: pede um ajuste do plugin"], page.Texts(".blamed li"));
        await page.ShowsAsync(".record", "Metade em até ");
        page.Ask("document.querySelector('.record details').open = true");
        Assert.Equal(3, page.Texts(".failures li").Count);
        Assert.Contains((string)failed["error"]!, page.Texts(".failures li")[0], StringComparison.Ordinal);
        Assert.EndsWith($"#/job/{failed["job_id"]}", (string)page.Ask("document.querySelector('.failures a').href"), StringComparison.Ordinal);
        page.AssertAccessible();
        page.AssertClean();
    }
}
