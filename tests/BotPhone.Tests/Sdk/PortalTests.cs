using BotPhone.Jobs;
using BotPhone.Sdk;
using BotPhone.Tests.Kit;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using OpenQA.Selenium;

namespace BotPhone.Tests.Sdk;

/// <summary>The page as an operator sees it, in a real browser, on small pages that do what portals do.</summary>
[Collection(OneBrowserTestAtATime.Name)]
public sealed class PortalTests(PortalTests.Browser browser) : IClassFixture<PortalTests.Browser>
{
    [Fact]
    public async Task FillAsync_FieldWithText_ReplacesIt()
    {
        var portal = await OpenAsync("<input id=f value=antigo>");
        await portal.FillAsync(Css("#f"), "novo & ção");
        Assert.Equal("novo & ção", Value(portal, "f"));
    }

    [Fact]
    public async Task TypeAsync_FieldThatListensToKeys_GivesItEveryKey()
    {
        var portal = await OpenAsync("<input id=f value=12 onkeydown='n.textContent++'><b id=n>0</b>");
        await portal.TypeAsync(Css("#f"), "345");
        Assert.Equal(("12345", "3"), (Value(portal, "f"), await portal.ReadAsync(Css("#n"))));
    }

    [Fact]
    public async Task ClickAsync_ButtonEnabledLater_WaitsForIt()
    {
        var portal = await OpenAsync("<button id=b disabled onclick='this.textContent=\"feito\"'>x</button><script>setTimeout(() => b.disabled = false, 300)</script>");
        await portal.ClickAsync(Css("#b"));
        Assert.Equal("feito", await portal.ReadAsync(Css("#b")));
    }

    [Fact]
    public async Task ClickAsync_UnderAnOverlayThatLeaves_WaitsForIt()
    {
        var portal = await OpenAsync($"<button id=b onclick='this.textContent=\"feito\"'>x</button>{Overlay}<script>setTimeout(() => o.remove(), 300)</script>");
        await portal.ClickAsync(Css("#b"));
        Assert.Equal("feito", await portal.ReadAsync(Css("#b")));
    }

    [Fact]
    public async Task ClickAsync_UnderAnOverlayThatStays_SaysSo()
    {
        var portal = await OpenAsync($"<button id=b>x</button>{Overlay}");
        var failure = await FailsAsync(ErrorCode.LayoutChanged, () => portal.ClickAsync(Css("#b")));
        Assert.Equal("outro elemento ficou sobre 'elemento' (#b)", failure.Message);
    }

    [Theory]
    [InlineData("<button id=b disabled>x</button>", false)]
    [InlineData("<button id=b style='display:none'>x</button>", false)]
    [InlineData("", false)]
    [InlineData("<button id=b>x</button>", true)]
    public async Task ClickIfPresentAsync_Now_SaysWhetherItCould(string html, bool expected) =>
        Assert.Equal(expected, await (await OpenAsync(html)).ClickIfPresentAsync(Css("#b")));

    [Fact]
    public async Task ChooseAsync_LookAlikes_TakesTheWholeText()
    {
        var portal = await OpenAsync("<select id=s><option value=1>Campo Grande -MS / 2<option value=2> Campo Grande-MS <option value=3>Campo</select>");
        await portal.ChooseAsync(Css("#s"), "Campo Grande-MS");
        Assert.Equal("2", Value(portal, "s"));
        await FailsAsync(ErrorCode.LayoutChanged, () => portal.ChooseAsync(Css("#s"), "Campo Grande"));
    }

    [Fact]
    public async Task ReadTableAsync_AnyOrderOfColumns_ReadsByHeading()
    {
        var portal = await OpenAsync("<table><thead><tr><th>Vence<br>em</th><th>Razão</th></tr></thead><tr><td>10/01/2026<td> Água &amp;\n Luz </tr><tr><td><td></tr></table>");
        var row = Assert.Single(await portal.ReadTableAsync(Css("table")));
        Assert.Equal(("10/01/2026", "Água & Luz"), (row["vence em"], row["Razão"]));
        Assert.Contains("não tem a coluna 'Conta'", Assert.Throws<OperatorException>(() => row["Conta"]).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ReadTableAsync_NextPage_WaitsForOtherRows()
    {
        var portal = await OpenAsync("<table><tr><th>N<tr><td id=c>1</table><button id=b onclick='setTimeout(() => c.textContent = 2, 300)'>mais</button>");
        var first = await portal.ReadTableAsync(Css("table"));
        await portal.ClickAsync(Css("#b"));
        Assert.Equal("2", (await portal.ReadTableAsync(Css("table"), differentFrom: first))[0]["N"]);
    }

    [Fact]
    public async Task ClickInRowAsync_RedrawnTable_FindsTheRowAgain()
    {
        const string rows = "<tr><th>Nome<th><tr><td>São João<td><a href='#um'>abrir</a><tr><td>Açaí<td><a href='#dois'>abrir</a>";
        var portal = await OpenAsync($"<table id=t>{rows}</table><script>let n = 0; const redraw = setInterval(() => {{ t.innerHTML = t.innerHTML; if (++n === 12) clearInterval(redraw); }}, 60)</script>");
        var row = (await portal.ReadTableAsync(Css("#t")))[1];
        await portal.ClickInRowAsync(row, new Selector { Name = "link", XPath = ".//a[normalize-space()='abrir']" });
        Assert.Equal("#dois", (await portal.AddressAsync()).Fragment);
    }

    [Fact]
    public async Task InFrameAsync_OtherOrigin_WorksInsideAndComesBack()
    {
        await using var other = await Site.StartAsync(("/", "<input id=f><p>dentro"));
        var portal = await OpenAsync($"<h1>fora</h1><iframe src='{other.Address}'></iframe>");
        await portal.InFrameAsync(Css("iframe"), () => portal.FillAsync(Css("#f"), "x"));
        Assert.Equal("fora", await portal.ReadAsync(Css("h1")));
    }

    [Fact]
    public async Task InNewWindowAsync_PageThatPrintsItself_IsPrintedToPdfAndClosed()
    {
        var portal = await OpenAsync("<a id=a target=_blank href='/nota'>nota</a>", ("/nota", "<h1>Nota de 10/01/2026</h1><script>window.print()</script>"));
        DownloadedFile? file = null;
        await portal.InNewWindowAsync(() => portal.ClickAsync(Css("#a")), async () => file = await portal.PrintAsync("nota.pdf"));

        using var pdf = UglyToad.PdfPig.PdfDocument.Open(file!.Path);
        Assert.Contains("10/01/2026", pdf.GetPage(1).Text, StringComparison.Ordinal);
        Assert.Single(portal.Driver.WindowHandles);
        Assert.Equal("nota", await portal.ReadAsync(Css("#a")));
    }

    [Fact]
    public async Task DownloadAsync_BlobMadeByTheScript_GivesTheFile()
    {
        var portal = await OpenAsync("<button id=b onclick=\"const a = document.createElement('a'); a.href = window.URL.createObjectURL(new Blob(['%PDF-conteúdo'])); a.download = 'f.pdf'; a.click()\">x</button>");
        var file = await portal.DownloadAsync(Css("#b"));
        Assert.Equal(("%PDF-conteúdo", "f.pdf"), (await File.ReadAllTextAsync(file.Path), file.SuggestedName));
    }

    [Fact]
    public async Task DownloadAsync_NothingComes_IsATimeout() =>
        await FailsAsync(ErrorCode.DownloadTimeout, async () => await (await OpenAsync("<button id=b>x</button>")).DownloadAsync(Css("#b")));

    [Fact]
    public async Task WaitForAsync_SignInAFrame_DecidesTheCode()
    {
        await using var other = await Site.StartAsync(("/", "<p id=e>Senha\n   inválida</p>"));
        var portal = await OpenAsync($"<iframe src='{other.Address}'></iframe>");
        portal.Watch([new Sign { Code = ErrorCode.Maintenance, Text = "manutenção" }, new Sign { Code = ErrorCode.InvalidCredentials, Frame = Css("iframe"), Element = Css("#e"), Text = "Senha inválida" }]);
        var failure = await FailsAsync(ErrorCode.InvalidCredentials, () => portal.WaitForAsync(Css("#home")));
        Assert.Contains("\"Senha inválida\"", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WaitForAsync_HiddenSign_DoesNotCount()
    {
        var portal = await OpenAsync("<p id=e hidden>Senha inválida</p>");
        portal.Watch([new Sign { Code = ErrorCode.InvalidCredentials, Element = Css("#e") }, new Sign { Code = ErrorCode.InvalidCredentials, Text = "Senha inválida" }]);
        await FailsAsync(ErrorCode.LayoutChanged, () => portal.WaitForAsync(Css("#home")));
    }

    [Fact]
    public async Task WaitForAsync_StillBusy_IsATimeoutNotAChangedLayout()
    {
        var portal = await OpenAsync("<p id=spinner>Carregando</p>");
        portal.Watch([], busy: Css("#spinner"));
        await FailsAsync(ErrorCode.PageTimeout, () => portal.WaitForAsync(Css("#home")));
        await FailsAsync(ErrorCode.PageTimeout, () => portal.WaitGoneAsync(Css("#spinner")));
    }

    [Fact]
    public async Task GoAsync_PortalThatFails_IsUnavailable()
    {
        var portal = await OpenAsync("");
        await FailsAsync(ErrorCode.PortalUnavailable, () => portal.GoAsync(new Uri(browser.Site.Address, "/broken")));
        await FailsAsync(ErrorCode.PortalUnavailable, () => portal.GoAsync(new Uri("http://127.0.0.1:1/")));
    }

    private const string Overlay = "<div id=o style='position:fixed;inset:0;background:#ccc'></div>";

    private Task<Portal> OpenAsync(string html, params (string Path, string Html)[] more) => browser.OpenAsync([("/", html), .. more]);

    private static Selector Css(string css) => new() { Name = "elemento", Css = css };

    private static string Value(Portal portal, string id) => portal.Driver.FindElement(By.Id(id)).GetDomProperty("value") ?? "";

    private static async Task<OperatorException> FailsAsync(ErrorCode code, Func<Task> action)
    {
        var failure = await Assert.ThrowsAsync<OperatorException>(action);
        Assert.Same(code, failure.Code);
        return failure;
    }

    /// <summary>One session of the server's own making for all of these tests.</summary>
    public sealed class Browser : IAsyncLifetime
    {
        private TestServer _server = null!;
        private IBrowserSession _session = null!;

        internal Site Site { get; private set; } = null!;

        public async Task InitializeAsync()
        {
            Site = await Site.StartAsync(("/", ""));
            _server = await TestServer.StartAsync(PortalServer.Offline, "--Browser:ElementTimeout=00:00:02", "--Browser:DownloadTimeout=00:00:03");
            _session = await _server.Services.GetRequiredService<IBrowsers>().OpenAsync(new SessionNeeds(NullLogger.Instance), default);
        }

        public async Task DisposeAsync()
        {
            await _session.DisposeAsync();
            await _server.DisposeAsync();
            await Site.DisposeAsync();
        }

        internal async Task<Portal> OpenAsync((string Path, string Html)[] pages)
        {
            await Site.DisposeAsync();
            Site = await Site.StartAsync(pages);
            _session.Portal.Watch([]);
            await _session.Portal.GoAsync(Site.Address);
            return _session.Portal;
        }
    }
}
