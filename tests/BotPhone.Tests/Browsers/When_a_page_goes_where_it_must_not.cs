using BotPhone.Invoices;
using BotPhone.Jobs;
using BotPhone.PortalSimulator.Oi;
using BotPhone.Sdk;
using BotPhone.Tests.Kit;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace BotPhone.Tests.Browsers;

/// <summary>The portal is <c>127.0.0.1</c>; <c>localhost</c>, the same machine by another name, is not declared.</summary>
[Collection(OneBrowserTestAtATime.Name)]
public sealed class When_a_page_goes_where_it_must_not : IAsyncLifetime
{
    private const string Why = "o portal levou a 'localhost', que não está entre os endereços declarados pela operadora (Hosts em operator.json)";
    private static readonly Selector Link = new() { Name = "link", Css = "#a" };

    private TestServer _server = null!;
    private Site _elsewhere = null!;

    private string Undeclared => $"http://localhost:{_elsewhere.Address.Port}/";

    public async Task InitializeAsync()
    {
        _server = await TestServer.StartAsync(PortalServer.Offline, "--Browser:ElementTimeout=00:00:03");
        _elsewhere = await Site.StartAsync(("/", "<h1 id=h>outro</h1>"));
    }

    public async Task DisposeAsync()
    {
        await _server.DisposeAsync();
        await _elsewhere.DisposeAsync();
    }

    [Fact]
    public async Task What_a_page_loads_from_there_is_missing_and_noted_once()
    {
        await using var site = await Site.StartAsync(("/", $"<h1 id=h>portal</h1><script src='{Undeclared}x.js'></script><img src='{Undeclared}x.png'><script>fetch('{Undeclared}dados').catch(() => h.textContent = 'sem dados')</script>"));
        await using var session = await OpenAsync("127.0.0.1");
        await session.Portal.GoAsync(site.Address);
        await session.Portal.WaitForAsync(new Selector { Name = "título", XPath = "//h1[.='sem dados']" });
        Assert.Equal(0, _elsewhere.Requests);
        Assert.Single(_server.Log.Text.Split('\n'), line => line.Contains("Endereço não declarado recusado: localhost", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_link_a_frame_and_a_redirect_end_with_the_reason()
    {
        await using var site = await Site.StartAsync(
            ("/", $"<a id=a href='{Undeclared}'>sair</a>"), ("/frame", $"<iframe src='{Undeclared}'></iframe>"), ("/script", $"<script>location = '{Undeclared}'</script>"));
        await using var session = await OpenAsync("127.0.0.1");
        await session.Portal.GoAsync(site.Address);
        await session.Portal.ClickAsync(Link);
        await AssertRefusedAsync(() => session.Portal.WaitForAsync(new Selector { Name = "título", Css = "#h" }));
        await AssertRefusedAsync(() => session.Portal.GoAsync(new Uri(Undeclared)));
        await AssertRefusedAsync(() => session.Portal.GoAsync(new Uri(site.Address, $"/to?url={Undeclared}")));
        await AssertRefusedAsync(async () =>
        {
            await session.Portal.GoAsync(new Uri(site.Address, "/frame"));
            await session.Portal.WaitForAsync(new Selector { Name = "título", Css = "#h" });
        });
        await AssertRefusedAsync(async () =>
        {
            await session.Portal.GoAsync(new Uri(site.Address, "/script"));
            await session.Portal.WaitForAsync(new Selector { Name = "título", Css = "#h" });
        });
        Assert.Equal(0, _elsewhere.Requests);

        // What was refused before explains nothing later.
        await session.Portal.GoAsync(site.Address);
        var later = await Assert.ThrowsAsync<OperatorException>(() => session.Portal.WaitForAsync(new Selector { Name = "título", Css = "#h" }));
        Assert.Same(ErrorCode.LayoutChanged, later.Code);
    }

    [Fact]
    public async Task This_machine_is_out_of_reach_when_only_a_public_name_is_declared()
    {
        await using var session = await OpenAsync("portal.example");
        foreach (var inside in (string[])["127.0.0.1", "localhost", "[::1]", "0.0.0.0"])
            Assert.Same(ErrorCode.LayoutChanged, (await Assert.ThrowsAsync<OperatorException>(() => session.Portal.GoAsync(new Uri($"http://{inside}:{_elsewhere.Address.Port}/")))).Code);
        Assert.Equal(0, _elsewhere.Requests);
    }

    [Fact]
    public async Task What_is_declared_is_reached_by_its_name()
    {
        await using var session = await OpenAsync("localhost");
        await session.Portal.GoAsync(new Uri(Undeclared));
        Assert.Equal("outro", await session.Portal.ReadAsync(new Selector { Name = "título", Css = "#h" }));
    }

    [Fact]
    public async Task A_job_fails_and_says_which_host()
    {
        await using var site = await Site.StartAsync(("/", $"<script>location = '{Undeclared}'</script>"));
        await using var oi = await PortalServer.StartAsync("Oi", $"--Operators:Settings:OI:Address={site.Address}", "--Browser:ElementTimeout=00:00:03", "--Jobs:MaxAttempts=1");
        var status = await oi.RunAsync(OiData.Simple);
        Assert.Equal(("FAILED", "NAV_LAYOUT_ALTERADO"), ((string)status["status"]!, (string)status["error_code"]!));
        Assert.Contains(Why, (string)status["error"]!, StringComparison.Ordinal);
        Assert.Contains("Endereço não declarado recusado: localhost", status.ToJsonString(new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }), StringComparison.Ordinal);
        Assert.Equal(0, _elsewhere.Requests);
    }

    private Task<IBrowserSession> OpenAsync(string declared) => _server.Services.GetRequiredService<IBrowsers>()
        .OpenAsync(new SessionNeeds(ReachableHosts.Of(declared), _server.Services.GetRequiredService<ILoggerFactory>().CreateLogger("BotPhone.Session")), default);

    private static async Task AssertRefusedAsync(Func<Task> action)
    {
        var failure = await Assert.ThrowsAsync<OperatorException>(action);
        Assert.Equal((ErrorCode.LayoutChanged, Why), (failure.Code, failure.Message));
    }
}
