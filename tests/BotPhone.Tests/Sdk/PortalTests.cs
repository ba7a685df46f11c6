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

    [Theory]
    [InlineData("<input id=f maxlength=3 value=9>", "12345", "123")]
    [InlineData("<input id=f oninput=\"this.value = this.value.replace(/[^0-9]/g, '').replace(/^(..)(.)/, '$1.$2')\">", "1234", "12.34")]
    [InlineData("<input id=f type=password value=velha>", "n", "n")]
    [InlineData("<textarea id=f>antigo</textarea>", "", "")]
    [InlineData("<input id=f type=number value=7>", "42", "42")]
    public async Task FillAsync_FieldOfItsOwnMind_HoldsWhatItWouldOfTyping(string field, string text, string holds)
    {
        var portal = await OpenAsync(field);
        await portal.FillAsync(Css("#f"), text);
        Assert.Equal(holds, Value(portal, "f"));
    }

    [Fact]
    public async Task FillAsync_PageThatListensToKeysAndChanges_HearsBoth()
    {
        var portal = await OpenAsync(
            "<input id=f onkeyup='if (event.isTrusted) b.disabled = !this.value' onchange='c.textContent = this.value'><button id=b disabled>x</button><b id=c></b>");
        await portal.FillAsync(Css("#f"), "São João");
        await portal.ClickAsync(Css("#b"));
        Assert.Equal("São João", await portal.ReadAsync(Css("#c")));
    }

    [Fact]
    public async Task WaitForAsync_PageThatNeverStaysTheSame_SeesWhatComes()
    {
        var portal = await OpenAsync("<i id=n>0</i><script>setInterval(() => n.textContent++, 5); setTimeout(() => document.body.append(Object.assign(document.createElement('p'), { id: 'p', textContent: 'pronto' })), 400)</script>");
        await portal.WaitForAsync(Css("#p"));
        Assert.Equal("pronto", await portal.ReadAsync(Css("#p")));
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

    /// <summary>What happens between the driver's look at the button and its click: a survey comes, or the page moves.</summary>
    [Theory]
    [InlineData("document.body.append(survey)")]
    [InlineData("b.style.marginTop = '300px'")]
    public async Task ClickAsync_SomethingElseGetsTheClick_ClicksAgain(string surprise)
    {
        var portal = await OpenAsync($"""
            <button id=b onclick='this.textContent += "feito"'>x</button>{ClosableOverlay}
            <script>const survey = o; survey.remove(); b.addEventListener('mousemove', () => {surprise}, {'{'} once: true {'}'})</script>
            """);
        portal.Watch([], overlays: [Css("#c")]);
        await portal.ClickAsync(Css("#b"));
        Assert.Equal("xfeito", await portal.ReadAsync(Css("#b")));
    }

    /// <summary>In that moment the list is drawn again: the twin that gets the click is as good, another row's button is not.</summary>
    [Theory]
    [InlineData("l.innerHTML = l.innerHTML", "1")]
    [InlineData("l.innerHTML = '<li>2 ' + button + '<li>1 ' + button", "21")]
    public async Task ClickAsync_ElementDrawnAgain_IsClickedOnce(string surprise, string clicked)
    {
        var portal = await OpenAsync($"""
            <p id=n></p><ul id=l></ul>
            <script>
            const button = '<button onclick="n.textContent += parentNode.firstChild.data.trim()">x</button>';
            l.innerHTML = '<li>1 ' + button + '<li>2 ' + button;
            l.addEventListener('mousemove', () => {surprise}, {'{'} once: true {'}'});
            </script>
            """);
        await portal.ClickAsync(new Selector { Name = "botão", XPath = "//li[starts-with(., '1')]/button" });
        Assert.Equal(clicked, await portal.ReadAsync(Css("#n")));
    }

    [Fact]
    public async Task ClickAsync_ButtonThatActsAndGoesWhenPressed_PressesOnce()
    {
        var portal = await OpenAsync("<p id=n>0</p><div id=p><button id=b>x</button></div><script>b.onmousedown = () => { n.textContent++; p.innerHTML = '<button id=b onmousedown=\"n.textContent++\">x</button>'; }</script>");
        await portal.ClickAsync(Css("#b"));
        Assert.Equal("1", await portal.ReadAsync(Css("#n")));
    }

    [Theory]
    [InlineData("<button id=b disabled>x</button>", false)]
    [InlineData("<button id=b style='display:none'>x</button>", false)]
    [InlineData("", false)]
    [InlineData("<button id=b>x</button>", true)]
    public async Task ClickIfPresentAsync_Now_SaysWhetherItCould(string html, bool expected) =>
        Assert.Equal(expected, await (await OpenAsync(html)).ClickIfPresentAsync(Css("#b")));

    /// <summary>A next page's button under a survey is there all the same.</summary>
    [Fact]
    public async Task ClickIfPresentAsync_UnderAnOverlayThatCanBeClosed_ClosesItAndClicks()
    {
        var portal = await OpenAsync($"<button id=b onclick='this.textContent=\"feito\"'>x</button>{ClosableOverlay}");
        portal.Watch([], overlays: [Css("#c")]);
        Assert.True(await portal.ClickIfPresentAsync(Css("#b")));
        Assert.Equal("feito", await portal.ReadAsync(Css("#b")));
    }

    [Fact]
    public async Task HoverAsync_UnderAnOverlayThatCanBeClosed_ClosesItAndHovers()
    {
        var portal = await OpenAsync($"<style>#b:not(:hover) i {{ display: none }}</style><p id=b>x<i id=i>aberto</i></p>{ClosableOverlay}");
        portal.Watch([], overlays: [Css("#c")]);
        await portal.HoverAsync(Css("#b"));
        Assert.Equal("aberto", await portal.ReadAsync(Css("#i")));
    }

    [Fact]
    public async Task DownloadAsync_WhatTheScriptSaysOfIt_IsTheFailure()
    {
        var portal = await OpenAsync("<button id=b onclick='this.textContent=\"indisponível\"'>x</button>");
        portal.Watch([new Sign { Code = ErrorCode.PortalUnavailable, Text = "indisponível" }]);
        await FailsAsync(ErrorCode.PortalUnavailable, () => portal.DownloadAsync(Css("#b")));
    }

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

    [Fact]
    public async Task ClickAsync_UnderAnOverlayThatIsKnown_ClosesIt()
    {
        var portal = await OpenAsync($"<button id=b onclick='this.textContent=\"feito\"'>x</button>{ClosableOverlay}");
        portal.Watch([], overlays: [Css("#c")]);
        await portal.ClickAsync(Css("#b"));
        Assert.Equal("feito", await portal.ReadAsync(Css("#b")));
    }

    [Fact]
    public async Task HoverAsync_MenuThatOpensUnderTheMouse_Opens()
    {
        var portal = await OpenAsync("<style>#m{display:none}#t:hover #m{display:block}</style><div id=t>Contas<a id=m href='#x'>Acessar faturas</a></div>");
        await portal.HoverAsync(Css("#t"));
        await portal.ClickAsync(Css("#m"));
        Assert.EndsWith("#x", (await portal.AddressAsync()).ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task SetValueAsync_MaskThatMangles_HoldsTheText()
    {
        var portal = await OpenAsync("<input id=f onkeydown='return event.key < \"5\"' oninput='n.textContent = \"visto\"'><b id=n></b>");
        await portal.SetValueAsync(Css("#f"), "9/8-7");
        Assert.Equal(("9/8-7", "visto"), (await portal.ReadValueAsync(Css("#f")), await portal.ReadAsync(Css("#n"))));
    }

    [Fact]
    public async Task UploadAsync_HiddenField_GetsTheFile()
    {
        using var folder = new TemporaryFolder();
        var file = folder.File("fatura.pdf");
        await File.WriteAllTextAsync(file, "conteúdo");
        var portal = await OpenAsync("<input type=file id=f style='display:none' onchange='f.files[0].text().then(t => n.textContent = f.files[0].name + \":\" + t)'><b id=n></b>");
        await portal.UploadAsync(Css("#f"), file);
        Assert.Equal("fatura.pdf:conteúdo", await portal.ReadAsync(Css("#n")));
    }

    [Fact]
    public async Task OptionsAsync_ListFilledLater_WaitsForIt()
    {
        var portal = await OpenAsync("<select id=s></select><script>setTimeout(() => s.innerHTML = '<option>202601<option> 202512 ', 300)</script>");
        Assert.Equal(["202601", "202512"], await portal.OptionsAsync(Css("#s")));
    }

    [Fact]
    public async Task WaitForAnyAsync_OneOfTwoWays_SaysWhich()
    {
        var portal = await OpenAsync("<p id=a hidden>a</p><p id=b hidden>b</p><script>setTimeout(() => b.hidden = false, 300)</script>");
        Assert.Equal(Css("#b"), await portal.WaitForAnyAsync([Css("#a"), Css("#b")]));
        Assert.Equal((false, true), (await portal.IsShownAsync(Css("#a")), await portal.IsShownAsync(Css("#b"))));
    }

    [Theory]
    [InlineData("<b id=e>texto</b>", true)]
    [InlineData("<div id=e style='height: 0'><b style='position: absolute'>texto</b></div>", true)]
    [InlineData("<select><option>um</option><option id=e>dois</option></select>", true)]
    [InlineData("<b id=e></b>", false)]
    [InlineData("<b id=e hidden>texto</b>", false)]
    [InlineData("<p hidden><b id=e>texto</b></p>", false)]
    [InlineData("<p style='visibility: hidden'><b id=e>texto</b></p>", false)]
    [InlineData("<p style='opacity: 0'><b id=e>texto</b></p>", false)]
    [InlineData("<input id=e type=hidden value=1>", false)]
    [InlineData("<select hidden><option id=e>um</option></select>", false)]
    public async Task IsShownAsync_Element_IsWhatAPersonSees(string html, bool expected) => Assert.Equal(expected, await (await OpenAsync(html)).IsShownAsync(Css("#e")));

    [Fact]
    public async Task IsShownAsync_SeveralOfWhichOneIsSeen_FindsIt()
    {
        var portal = await OpenAsync("<i hidden>um</i><i>dois</i>");
        Assert.Equal("dois", await portal.ReadAsync(Css("i")));
    }

    /// <summary>The notice of what went wrong before is still there when the button beside it is clicked, and a survey comes over both.</summary>
    [Fact]
    public async Task ClickAsync_UnderAnOverlayBesideASign_ClosesItBeforeTheSignCounts()
    {
        var portal = await OpenAsync($"<p id=s>interrompido</p><button id=b onclick='s.remove(); this.textContent=\"feito\"'>de novo</button>{ClosableOverlay}");
        portal.Watch([new Sign { Code = ErrorCode.DownloadTimeout, Text = "interrompido" }], overlays: [Css("#c")]);
        await portal.ClickAsync(Css("#b"));
        Assert.Equal("feito", await portal.ReadAsync(Css("#b")));
    }

    [Fact]
    public async Task ReadRowsAsync_Cards_AreReadAndClickedByTheirFields()
    {
        var portal = await OpenAsync(
            """
            <article><h3>Conta 1</h3><p>Vence <b>10/01/2026</b></p><button onclick="n.textContent = 1">ver</button></article>
            <article><h3>Conta 2</h3><p>Vence <b>12/01/2026</b></p><button onclick="n.textContent = 2">ver</button></article>
            <article hidden><h3>Conta 3</h3></article><i id=n></i>
            """);
        var cards = await portal.ReadRowsAsync(new RowLayout
        {
            Card = Css("article"),
            Fields = new Dictionary<string, Selector> { ["Conta"] = Css("h3"), ["Vencimento"] = new() { Name = "vencimento", XPath = ".//b" } },
        });
        Assert.Equal([("Conta 1", "10/01/2026"), ("Conta 2", "12/01/2026")], cards.Select(card => (card["conta"], card["Vencimento"])));
        await portal.ClickInRowAsync(cards[1], Css("button"));
        Assert.Equal("2", await portal.ReadAsync(Css("#n")));
    }

    [Fact]
    public async Task ReadRowsAsync_EmptyTableThatMayBe_IsEmpty()
    {
        var portal = await OpenAsync("<table id=t><tr><th>Conta</table>");
        var layout = new RowLayout { Table = Css("#t") };
        Assert.Empty(await portal.ReadRowsAsync(layout, mayBeEmpty: true));
        await FailsAsync(ErrorCode.LayoutChanged, () => portal.ReadRowsAsync(layout));
    }

    [Fact]
    public async Task ClickRowAsync_RowThatIsTheLink_IsClicked()
    {
        var portal = await OpenAsync("<table id=t><tr><th>N<tr onclick='n.textContent = \"um\"'><td>1<tr onclick='n.textContent = \"dois\"'><td>2</table><i id=n></i>");
        var rows = await portal.ReadTableAsync(Css("#t"));
        await portal.ClickRowAsync(rows[1]);
        Assert.Equal("dois", await portal.ReadAsync(Css("#n")));
    }

    [Fact]
    public async Task PagedList_ThreePages_ReadsAllAndFindsItsWayBack()
    {
        var portal = await OpenAsync(
            """
            <table id=t><tr><th>N<tr><td id=c>1</table><button id=b onclick="turn()">mais</button>
            <script>let n = 1; const turn = () => { b.disabled = ++n === 3; setTimeout(() => c.textContent = n, 100) }</script>
            """);
        var list = new PagedList(portal, new RowLayout { Table = Css("#t") }, Css("#b"));
        var rows = await list.ReadAsync();
        Assert.Equal(["1", "2", "3"], rows.Select(row => row["N"]));
        await portal.ReloadAsync();
        Assert.True(await list.FindAsync(rows[1]));
        Assert.Equal("2", await portal.ReadAsync(Css("#c")));
        await portal.ReloadAsync();
        Assert.False(await new PagedList(portal, new RowLayout { Table = Css("#t") }, Css("#b"), maxPages: 2).FindAsync(rows[2]));
    }

    [Theory]
    [InlineData("alert('olá')")]
    [InlineData("n.textContent = confirm('segue?')")]
    [InlineData("addEventListener('beforeunload', event => event.preventDefault())")]
    public async Task ClickAsync_DialogOpens_ItIsAcceptedAndWorkGoesOn(string script)
    {
        var portal = await OpenAsync($"<button id=b onclick=\"n.textContent = 'antes'; {script}\">x</button><b id=n></b>");
        await portal.ClickAsync(Css("#b"));
        Assert.NotEqual("false", await portal.ReadAsync(Css("#n")));
        await portal.GoAsync(browser.Site.Address);
        await portal.ClickAsync(Css("#b"));
    }

    [Fact]
    public async Task ReadAsync_DialogsOpenAllTheTime_EachIsAcceptedAndTheTextIsRead()
    {
        var portal = await OpenAsync("<b id=n>pronto</b><script>let left = 40; setInterval(() => left-- > 0 && alert(left), 60)</script>");
        for (var i = 0; i < 60; i++) Assert.Equal("pronto", await portal.ReadAsync(Css("#n")));
    }

    [Fact]
    public async Task CaptureAsync_SecretsOnThePage_AreNowhere()
    {
        await using var other = await Site.StartAsync(("/", $"<p>{Browser.Secret} no quadro</p>"));
        var portal = await OpenAsync(
            $"<p>Olá, {Browser.Secret}!</p><!-- {Browser.Secret} --><input id=f value='{Browser.Secret}'><input type=password id=s><a href='/?q={Browser.Secret}'>x</a><iframe src='{other.Address}'></iframe><script>console.warn('olá')</script>");
        await portal.FillAsync(Css("#s"), "outra senha");
        var page = (await portal.CaptureAsync(TimeSpan.FromSeconds(20)))!;
        Assert.DoesNotContain(Browser.Secret, page.Source, StringComparison.Ordinal);
        Assert.Contains("Olá, •••!", page.Source, StringComparison.Ordinal);
        Assert.Contains("••• no quadro", page.Source, StringComparison.Ordinal);
        Assert.Equal(("•••", ""), (Value(portal, "f"), Value(portal, "s")));
        Assert.True(page.Screenshot.Length > 1000);
        Assert.Contains(page.Console, message => message.EndsWith("olá", StringComparison.Ordinal));
        Assert.Equal("Preenchendo elemento", page.Step);
    }

    [Fact]
    public async Task InNewWindowAsync_SomethingFailsInIt_ItsPageIsWhatIsCaptured()
    {
        var portal = await OpenAsync("<a id=a target=_blank href='/nota'>nota</a>", ("/nota", "<h1>Nota indisponível</h1>"));
        await FailsAsync(ErrorCode.LayoutChanged, () => portal.InNewWindowAsync(() => portal.ClickAsync(Css("#a")), () => portal.WaitForAsync(Css("#pdf"))));
        Assert.Contains("Nota indisponível", (await portal.CaptureAsync(TimeSpan.FromSeconds(20)))!.Source, StringComparison.Ordinal);
        Assert.Equal(browser.Site.Address, await portal.AddressAsync());
    }

    private const string Overlay = "<div id=o style='position:fixed;inset:0;background:#ccc'></div>";

    private const string ClosableOverlay = "<div id=o style='position:fixed;inset:0;background:#ccc'><button id=c onclick='o.remove()'>Fechar</button></div>";

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
        public const string Secret = "s3gred0";

        private TestServer _server = null!;
        private IBrowserSession _session = null!;

        internal Site Site { get; private set; } = null!;

        public async Task InitializeAsync()
        {
            Site = await Site.StartAsync(("/", ""));
            _server = await TestServer.StartAsync(PortalServer.Offline, "--Browser:ElementTimeout=00:00:04", "--Browser:DownloadTimeout=00:00:03");
            _session = await _server.Services.GetRequiredService<IBrowsers>().OpenAsync(new SessionNeeds(PortalServer.ThisMachine, NullLogger.Instance) { Secrets = [Secret] }, default);
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
