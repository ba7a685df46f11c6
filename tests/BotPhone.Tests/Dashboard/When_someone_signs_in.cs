using BotPhone.Tests.Kit;
using Xunit.Abstractions;

namespace BotPhone.Tests.Dashboard;

/// <summary>The way into the dashboard: by a token, for this tab only.</summary>
[Collection(OneBrowserTestAtATime.Name)]
public sealed class When_someone_signs_in(ITestOutputHelper output) : IAsyncLifetime
{
    private TestServer _server = null!;
    private DashboardPage _page = null!;

    public async Task InitializeAsync()
    {
        _server = await TestServer.StartAsync();
        _page = await DashboardPage.OpenAsync(_server.Address);
    }

    public async Task DisposeAsync()
    {
        await _page.DisposeAsync();
        await _server.DisposeAsync();
    }

    [Fact]
    public async Task The_token_opens_the_page_and_stays_in_the_tab()
    {
        _page.AssertAccessible();
        await _page.SignInAsync($"Bearer {_server.Token} ");
        await _page.ShowsAsync(".connection", "Ao vivo");
        Assert.Equal(["Agora"], _page.Texts("h1, nav [aria-current]").Distinct());
        Assert.Equal((0L, ""), (_page.Ask("localStorage.length"), _page.Ask("document.cookie")));
        Assert.DoesNotContain(_server.Token, (string)_page.Ask("document.documentElement.outerHTML"), StringComparison.Ordinal);

        _page.Browser.Navigate().Refresh();
        await _page.ShowsAsync("h1", "Agora");
        await _page.PressAsync("Sair");
        await _page.ShowsAsync("h1", "BotPhone");
        Assert.Equal(0L, _page.Ask("sessionStorage.length"));
        _page.AssertClean();
    }

    [Fact]
    public async Task A_token_that_is_wrong_is_told_and_another_can_be_given()
    {
        await _page.SignInAsync("x");
        await _page.ShowsAsync("[role=alert]", "Token inválido ou expirado. Confira se ele foi colado inteiro, ou peça outro a quem cuida do servidor.");
        await _page.SignInAsync(_server.Token);
        await _page.ShowsAsync("h1", "Agora");
    }

    [Fact]
    public async Task A_token_that_expires_meanwhile_leads_to_the_way_in()
    {
        await _page.SignInAsync(_server.Token);
        await _page.ShowsAsync("h1", "Agora");
        _page.Ask("sessionStorage.setItem('botphone.token', 'velho')");
        _page.Browser.Navigate().Refresh();
        await _page.ShowsAsync("[role=alert]", "Token inválido ou expirado");
        Assert.Equal(0L, _page.Ask("sessionStorage.length"));
    }

    /// <summary>What a person waits for on the first visit: measured, not guessed.</summary>
    [Fact]
    public async Task The_first_page_is_light()
    {
        await _page.SignInAsync(_server.Token);
        await _page.ShowsAsync("h1", "Agora");
        _page.Browser.ExecuteCdpCommand("Network.clearBrowserCache", []);
        _page.Browser.Navigate().Refresh();
        await _page.ShowsAsync("#ended", "Terminaram por último");
        var kilobytes = (long)_page.Ask("Math.ceil([...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource')].reduce((sum, { transferSize }) => sum + transferSize, 0) / 1024)");
        var painted = _page.Browser.ExecuteAsyncScript("new PerformanceObserver((list) => arguments[0](Math.round(list.getEntries().at(-1).startTime))).observe({ type: 'largest-contentful-paint', buffered: true })");
        output.WriteLine($"The first page: {kilobytes} KB, and all of it is painted after {painted} ms.");
        Assert.InRange(kilobytes, 1, 200);
    }
}
