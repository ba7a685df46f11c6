using BotPhone.Tests.Kit;

namespace BotPhone.Tests.Dashboard;

/// <summary>Operators that come, and those that cannot, before the eyes of who drops them.</summary>
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
        page.AssertClean();
    }
}
