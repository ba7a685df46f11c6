using BotPhone.Tests.Dashboard;
using BotPhone.Tests.Kit;

namespace BotPhone.Tests.Cluster;

/// <summary>The dashboard of a cluster: who is there, until one is not.</summary>
[Collection(OneBrowserTestAtATime.Name)]
public sealed class When_nodes_are_looked_at
{
    [Fact]
    public async Task Each_is_shown_with_what_it_has_loaded_and_one_that_is_gone_is_missed()
    {
        await using var cluster = await ClusterOfNodes.StartAsync(2);
        var (watched, other) = (cluster.Nodes[0], cluster.Nodes[1]);
        await using var page = await DashboardPage.OpenAsync(watched.Server.Address, "#/operadoras");
        await page.SignInAsync(watched.Token);
        await page.ShowsAsync("#nodes", "Nós");
        await page.ShowsAsync("section[aria-labelledby=nodes] .card", other.Name);
        Assert.All(page.Texts("section[aria-labelledby=nodes] .card"), card => Assert.Matches("ONCE [0-9.]+, PROBE [0-9.]+, SINGLE [0-9.]+", card));
        page.AssertAccessible();
        await other.Server.KillAsync();
        await Until.TrueAsync(
            () => !page.Texts("section[aria-labelledby=nodes] .card").Any(card => card.Contains(other.Name, StringComparison.Ordinal) && card.Contains("No ar", StringComparison.Ordinal)),
            "the page misses the node that is gone");
    }
}
