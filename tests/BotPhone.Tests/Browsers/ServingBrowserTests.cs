using System.Text;
using BotPhone.Jobs;
using BotPhone.Sdk;
using BotPhone.Tests.Kit;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using OpenQA.Selenium;
using OpenQA.Selenium.BiDi;
using OpenQA.Selenium.Remote;

namespace BotPhone.Tests.Browsers;

/// <summary>What holds of a browser that serves many sessions, on this machine or another.</summary>
public abstract class ServingBrowserTests : IAsyncLifetime
{
    private const string Trace = "rastro-7f3a";

    private static readonly Selector Field = new() { Name = "campo", Css = "#c" };
    private static readonly Selector Other = new() { Name = "outra janela", Css = "#o" };

    // Everything in which a page can keep something, and what it finds there.
    private const string Leave =
        $$"""
        const done = arguments[arguments.length - 1];
        (async () => {
            document.cookie = 'a={{Trace}}; max-age=3600';
            localStorage.a = sessionStorage.a = window.name = '{{Trace}}';
            await new Promise(kept => { const open = indexedDB.open('{{Trace}}'); open.onupgradeneeded = () => open.result.createObjectStore('a').put('{{Trace}}', 'a'); open.onsuccess = kept; });
            await (await caches.open('{{Trace}}')).put('/a', new Response('{{Trace}}'));
            await navigator.serviceWorker.register('/worker.js');
            await navigator.serviceWorker.ready;
            await (await navigator.storage.getDirectory()).getFileHandle('{{Trace}}', { create: true });
            await (await fetch('/cached')).text();
            done(null);
        })().catch(fault => done(String(fault)));
        """;

    private const string Find =
        """
        const done = arguments[arguments.length - 1];
        (async () => {
            const files = [];
            for await (const name of (await navigator.storage.getDirectory()).keys()) files.push(name);
            const cached = await (await fetch('/cached')).text();
            done(JSON.stringify([
                document.cookie, localStorage.length, sessionStorage.length, window.name, (await indexedDB.databases()).length, (await caches.keys()).length,
                (await navigator.serviceWorker.getRegistrations()).length, files.length, (await fetch('/from-worker')).status, (await fetch('/locked')).status, cached]));
        })().catch(fault => done(String(fault)));
        """;

    private Site _site = null!;
    private int _letters;

    public async Task InitializeAsync() => _site = await Site.StartAsync(
        app =>
        {
            var asked = 0;
            app.MapGet("/cached", (HttpContext http) =>
            {
                http.Response.Headers.CacheControl = "max-age=3600";
                return $"{Interlocked.Increment(ref asked)}";
            });
            app.MapGet("/letra.woff2", () => Interlocked.Increment(ref _letters));
            app.MapGet("/worker.js", () => Results.Content("onactivate = seen => seen.waitUntil(clients.claim()); onfetch = seen => { if (seen.request.url.endsWith('/from-worker')) seen.respondWith(new Response('')); }", "text/javascript"));
            app.MapGet("/locked", (HttpContext http) =>
            {
                if (http.Request.Headers.Authorization.Count > 0) return Results.Content("<h1>aberto</h1>", "text/html");
                http.Response.Headers.WWWAuthenticate = "Basic realm=a";
                return Results.Content("<h1>fechado</h1>", "text/html", statusCode: 401);
            });
        },
        ("/", "<input id=c><a id=d href='/endless.pdf' download>baixar</a>"),
        ("/letras", "<img src='/letra.woff2'><iframe src='/quadro'></iframe><a id=o target=_blank href='/'>abrir</a>"),
        ("/quadro", "<img src='/letra.woff2?q=1'>"),
        ("/w", "<script>onbeforeunload = () => 'fica'; setInterval(() => { document.cookie = 'b=1' }, 10)</script>"));

    public Task DisposeAsync() => _site.DisposeAsync().AsTask();

    [Fact]
    public async Task Nothing_that_a_page_kept_is_there_for_the_next()
    {
        await using var server = await StartAsync();
        var first = await OpenAsync(server);
        var folder = Folder(server);
        await first.Portal.GoAsync(new Uri(_site.Address.ToString().Replace("://", "://quem:senha@", StringComparison.Ordinal) + "locked"));
        await first.Portal.GoAsync(_site.Address);
        Assert.Null(Run(first, Leave));
        Assert.Equal($"[\"a={Trace}\",1,1,\"{Trace}\",1,1,1,1,200,{(TakesPasswordsFromAddresses ? 200 : 401)},\"1\"]", Run(first, Find));
        await first.DisposeAsync();
        AssertNowhere(PlaceOf(server));

        await using var second = await OpenAsync(server);
        Assert.Equal(folder, Folder(server));
        await second.Portal.GoAsync(_site.Address);
        Assert.Equal("[\"\",0,0,\"\",0,0,0,0,404,401,\"2\"]", Run(second, Find));
    }

    /// <summary>The portal is not asked for it, in no window and no frame; the next session in the same browser asks for all.</summary>
    [Fact]
    public async Task What_no_job_needs_is_not_loaded()
    {
        const string Ask = "fetch('/letra.woff2?v=1').then(answer => arguments[0](answer.status), () => arguments[0]('nada'))";
        await using var server = await StartAsync();
        var first = await OpenAsync(server, blocked: "*.woff2*");
        var folder = Folder(server);
        await first.Portal.GoAsync(new Uri(_site.Address, "letras"));
        Assert.Equal("nada", Run(first, Ask));
        await first.Portal.InNewWindowAsync(() => first.Portal.ClickAsync(Other), async () =>
        {
            await first.Portal.WaitForAsync(Field);
            Assert.Equal("nada", Run(first, Ask));
        });
        Assert.Equal(0, _letters);
        await first.DisposeAsync();

        await using var second = await OpenAsync(server);
        Assert.Equal(folder, Folder(server));
        await second.Portal.GoAsync(new Uri(_site.Address, "letras"));
        Assert.Equal(200L, Run(second, Ask));
        Assert.Equal(3, _letters);
    }

    /// <summary>Nobody is there to answer, and all that the page does would wait.</summary>
    [Fact]
    public async Task What_asks_for_a_password_in_a_window_of_the_browsers_is_shown_without()
    {
        await using var server = await StartAsync();
        await using var session = await OpenAsync(server);
        await session.Portal.GoAsync(new Uri(Address, "locked"));
        Assert.Equal("fechado", session.Portal.Driver.FindElement(By.TagName("h1")).Text);
        Assert.Equal(401L, Run(session, "fetch('/locked').then(answer => arguments[0](answer.status))"));
    }

    [Fact]
    public async Task What_was_copied_cannot_be_pasted()
    {
        await using var server = await StartAsync();
        await using (var first = await OpenAsync(server))
        {
            await first.Portal.GoAsync(_site.Address);
            await first.Portal.FillAsync(Field, Trace);
            Send(first, OpenQA.Selenium.Keys.Control + "ac");
        }

        await using var second = await OpenAsync(server);
        await second.Portal.GoAsync(_site.Address);
        Send(second, OpenQA.Selenium.Keys.Control + "v");
        Assert.Equal("", second.Portal.Driver.FindElement(By.Id("c")).GetDomProperty("value"));
    }

    [Fact]
    public async Task Windows_questions_and_downloads_that_were_left_open_are_gone()
    {
        await using var server = await StartAsync();
        var first = await OpenAsync(server);
        var folder = Folder(server);
        await first.Portal.GoAsync(_site.Address);
        ((IJavaScriptExecutor)first.Portal.Driver).ExecuteScript("for (let i = 0; i < 5; i++) open('/w')");
        await Until.TrueAsync(() => first.Portal.Driver.WindowHandles.Count == 6, "the windows are open");
        first.Portal.Driver.FindElement(By.Id("d")).Click();
        await Until.TrueAsync(() => DownloadsOf(server).Any(), "a download has begun");
        ((IJavaScriptExecutor)first.Portal.Driver).ExecuteScript("setTimeout(() => confirm('fica?'))");
        await first.DisposeAsync();
        Assert.Empty(DownloadsOf(server));
        Assert.Empty(Directory.GetFileSystemEntries(Path.Combine(folder, "downloads")));

        await using var second = await OpenAsync(server);
        Assert.Equal(folder, Folder(server));
        Assert.Single(second.Portal.Driver.WindowHandles);
        await second.Portal.GoAsync(_site.Address);
        Assert.Equal("", ((IJavaScriptExecutor)second.Portal.Driver).ExecuteScript("return document.cookie"));
        Assert.DoesNotContain("fica?", server.Log.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_window_that_the_driver_opens_belongs_to_the_session()
    {
        await using var server = await StartAsync();
        await using var session = await OpenAsync(server);
        await session.Portal.GoAsync(_site.Address);
        ((IJavaScriptExecutor)session.Portal.Driver).ExecuteScript("document.cookie = 'a=1'");
        session.Portal.Driver.SwitchTo().NewWindow(WindowType.Tab);
        await session.Portal.GoAsync(_site.Address);
        Assert.Equal("a=1", ((IJavaScriptExecutor)session.Portal.Driver).ExecuteScript("return document.cookie"));
        Assert.Equal(2, session.Portal.Driver.WindowHandles.Count);
    }

    [Fact]
    public async Task Whoever_holds_on_to_a_session_can_do_nothing_in_the_next()
    {
        await using var server = await StartAsync();
        var first = await OpenAsync(server);
        var folder = Folder(server);
        await first.DisposeAsync();
        await using var second = await OpenAsync(server);
        Assert.Equal(folder, Folder(server));
        await second.Portal.GoAsync(_site.Address);
        Assert.Throws<ObjectDisposedException>(() => first.Portal.Driver.Url);
        await Assert.ThrowsAnyAsync<Exception>(() => first.Portal.GoAsync(new Uri("about:blank")));
        Assert.Equal(_site.Address, await second.Portal.AddressAsync());
    }

    [Fact]
    public async Task Who_served_enough_goes()
    {
        await using var server = await StartAsync("--Browser:MaxUses=1");
        await (await OpenAsync(server)).DisposeAsync();
        await Until.TrueAsync(() => Notes(server).Length == 0, "the browser is gone");
        await AssertEndedAsync(server);
        await using var next = await OpenAsync(server);
        await next.Portal.GoAsync(_site.Address);
    }

    [Fact]
    public async Task Who_died_while_it_waited_is_replaced()
    {
        await using var server = await StartAsync();
        await (await OpenAsync(server)).DisposeAsync();
        var folder = Folder(server);
        await KillAsync(server);
        await using var next = await OpenAsync(server);
        await next.Portal.GoAsync(_site.Address);
        Assert.False(Directory.Exists(folder));
    }

    [Fact]
    public async Task An_attempt_that_was_cancelled_takes_its_browser_along()
    {
        await using var server = await StartAsync();
        using var cancelled = new CancellationTokenSource();
        var session = await OpenAsync(server, cancelled.Token);
        var folder = Folder(server);
        await cancelled.CancelAsync();
        await session.DisposeAsync();
        await AssertEndedAsync(server);
        Assert.False(Directory.Exists(folder));
    }

    /// <summary>What an operator does with the driver may reach all of the browser: a rule for requests, a permission, a timeout.</summary>
    [Theory]
    [InlineData("bidi")]
    [InlineData("command")]
    [InlineData("timeout")]
    [InlineData("disguised")]
    public async Task Who_may_have_been_changed_serves_nobody_else(string how)
    {
        await using var server = await StartAsync();
        var session = await OpenAsync(server);
        var folder = Folder(server);
        var driver = session.Portal.Driver;
        if (how == "bidi") await (await driver.AsBiDiAsync()).DisposeAsync();
        else if (how == "timeout") driver.Manage().Timeouts().ImplicitWait = TimeSpan.FromSeconds(1);
        else if (how == "disguised") Disguised((ICustomDriverCommandExecutor)driver);
        else _ = new BrowserConsole(driver);
        await session.DisposeAsync();
        Assert.False(Directory.Exists(folder));
    }

    protected Uri Address => _site.Address;

    // It says that it is what only a command of DevTools can be.
    private static void Disguised(ICustomDriverCommandExecutor driver)
    {
        driver.RegisterCustomDriverCommand("disguised", new HttpCommandInfo(HttpCommandInfo.PostCommand, "/session/{sessionId}/refresh"));
        driver.ExecuteCustomDriverCommand("disguised", new() { ["cmd"] = "Network.enable" });
    }

    /// <summary>A whole Chromium, which would ask in a window, gives no passwords at all.</summary>
    private protected virtual bool TakesPasswordsFromAddresses => true;

    /// <summary>Where the browsers of a server keep what they write.</summary>
    private protected abstract string PlaceOf(TestServer server);

    private protected abstract IEnumerable<string> DownloadsOf(TestServer server);

    /// <summary>Ends the browsers of a server behind its back.</summary>
    private protected abstract Task KillAsync(TestServer server);

    private protected abstract Task AssertEndedAsync(TestServer server);

    private protected virtual Task<string[]> SettingsAsync() => Task.FromResult(new[] { PortalServer.Offline });

    private protected async Task<TestServer> StartAsync(params string[] settings) =>
        await TestServer.StartAsync([.. await SettingsAsync(), SharedBrowsers.None, "--Browser:ElementTimeout=00:00:05", .. settings]);

    private protected static Task<IBrowserSession> OpenAsync(TestServer server, CancellationToken cancellation = default, params string[] blocked) =>
        server.Services.GetRequiredService<IBrowsers>().OpenAsync(new SessionNeeds(PortalServer.ThisMachine, NullLogger.Instance) { Blocked = blocked }, cancellation);

    private protected static string[] Notes(TestServer server) => Directory.GetFiles(Path.Combine(server.DataPath, "sessions"));

    private protected static string Folder(TestServer server) => File.ReadAllText(Notes(server).Single());

    private static object? Run(IBrowserSession session, string script) => ((IJavaScriptExecutor)session.Portal.Driver).ExecuteAsyncScript(script);

    private static void Send(IBrowserSession session, string keys) => session.Portal.Driver.FindElement(By.Id("c")).SendKeys(keys);

    private static void AssertNowhere(string folder)
    {
        foreach (var path in Directory.EnumerateFiles(folder, "*", new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.ReparsePoint }).Where(path => Path.GetFileName(path) != "SingletonSocket"))
        {
            using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            using var text = new StreamReader(file, Encoding.Latin1);
            Assert.DoesNotContain(Trace, text.ReadToEnd(), StringComparison.Ordinal);
        }
    }
}
