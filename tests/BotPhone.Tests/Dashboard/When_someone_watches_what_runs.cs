using BotPhone.Tests.Kit;

namespace BotPhone.Tests.Dashboard;

/// <summary>The first page: what runs, what waits, what ended; live whatever the network lets through.</summary>
[Collection(OneBrowserTestAtATime.Name)]
public sealed class When_someone_watches_what_runs
{
    private const string Everywhere = "main";

    [Fact]
    public async Task Jobs_come_move_wait_and_end_before_their_eyes()
    {
        await using var server = await TestServer.StartAsync("--Operators:Settings:PROBE:Patience=00:10:00");
        await using var page = await DashboardPage.EnterAsync(server);
        await page.ShowsAsync(Everywhere, "Nada roda agora");
        page.AssertAccessible();

        for (var i = 0; i < 7; i++) await server.Client.SubmitAsync("probe", Payloads.Probe("waits"));
        await page.ShowsAsync("h2", "5 jobs rodam agora");
        await page.ShowsAsync("h2", "2 jobs esperam a vez");
        await page.ShowsAsync(".running .step", "Metade do caminho");
        Assert.Equal(5, page.Texts(".running").Count);
        await page.ShowsAsync(".running .progress", "60%");
        page.AssertAccessible();

        server.OpenGate();
        await server.Client.RunAsync("probe", Payloads.Probe("fails:AUTH_CAPTCHA"));
        await page.ShowsAsync(Everywhere, "Nada roda agora");
        await page.ShowsAsync(".ended .failed", "Entre no portal manualmente para liberar o acesso e envie um novo job mais tarde.");
        await Until.TrueAsync(() => page.Texts(".ended > .completed").Count == 7, "all that waited ended well");
        page.AssertAccessible();
        page.AssertClean();
    }

    /// <summary>Proxies that let no WebSocket through, or not even a stream that goes on.</summary>
    [Theory]
    [InlineData("Ao vivo", "/ws/")]
    [InlineData("Atualiza a cada 5 s", "/ws/", "/events/")]
    public async Task Without_a_WebSocket_it_goes_on_by_another_way(string says, params string[] cut)
    {
        await using var server = await TestServer.StartAsync("--Operators:Settings:PROBE:Patience=00:10:00");
        await using var line = BadLine.To(server.Address, request => cut.Any(path => request.Contains(path, StringComparison.Ordinal)) ? new Harm(CutAfter: 0) : null);
        await using var page = await DashboardPage.OpenAsync(line.Address);
        await page.SignInAsync(server.Token);
        await page.ShowsAsync(".connection", says);
        await server.Client.SubmitAsync("probe", Payloads.Probe("waits"));
        await page.ShowsAsync(".running .step", "Metade do caminho");
        server.OpenGate();
        await page.ShowsAsync(".ended .completed", "PROBE");
    }

    [Fact]
    public async Task A_server_that_comes_back_is_followed_again_without_a_gap()
    {
        using var folder = new TemporaryFolder();
        folder.Drop("Probe");
        var token = await PublishedServer.TokenAsync(folder);
        await using var server = await PublishedServer.StartAsync(folder);
        await using var page = await DashboardPage.OpenAsync(server.Address);
        await page.SignInAsync(token);
        await page.ShowsAsync(".connection", "Ao vivo");
        using var client = new ApiClient(server.Address, token);
        await client.RunAsync("probe", Payloads.Probe("fails:AUTH_MFA"));
        await page.ShowsAsync(".ended", "segundo fator");

        await server.KillAsync();
        await page.ShowsAsync(".connection", "Sem conexão");
        await page.ShowsAsync(".ended", "segundo fator");
        await using var again = await PublishedServer.StartAsync(folder, server.Address.Port);
        await client.RunAsync("probe", Payloads.Probe("fails:AUTH_CAPTCHA"));
        await page.ShowsAsync(".connection", "Ao vivo");
        await page.ShowsAsync(".ended", "captcha");
    }
}
