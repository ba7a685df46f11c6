using System.Text.Json;
using BotPhone.Sdk;
using BotPhone.Tests.Kit;
using OpenQA.Selenium;
using OpenQA.Selenium.Chromium;

namespace BotPhone.Tests.Dashboard;

/// <summary>The dashboard before someone who uses it, in a browser of its own.</summary>
internal sealed class DashboardPage : IAsyncDisposable
{
    private static readonly Lazy<string> Axe = new(() => File.ReadAllText(Path.Combine(Repository.Root, "engine", "Dashboard", "Page", "node_modules", "axe-core", "axe.min.js")));
    private readonly FreeBrowser _browser;
    private readonly Uri _address;

    private DashboardPage(FreeBrowser browser, Uri address) => (_browser, _address) = (browser, address);

    public Portal Portal => _browser.Portal;

    public ChromiumDriver Browser => (ChromiumDriver)Portal.Driver;

    /// <summary>What the browser's console says: what could not be loaded, what was not allowed, what broke.</summary>
    public IReadOnlyList<string> Complaints => [.. Browser.Manage().Logs.GetLog(LogType.Browser).Select(entry => entry.Message)];

    /// <param name="address">The server's.</param>
    /// <param name="path">Of the page, such as <c>#/faturas</c>.</param>
    public static async Task<DashboardPage> OpenAsync(Uri address, string path = "")
    {
        var page = new DashboardPage(await FreeBrowser.StartAsync("--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1"), address);
        await page.Portal.GoAsync(new Uri(address, path));
        return page;
    }

    /// <summary>Comes in with the server's token, to the page of that path.</summary>
    public static async Task<DashboardPage> EnterAsync(TestServer server, string path = "")
    {
        var page = await OpenAsync(server.Address, path);
        await page.SignInAsync(server.Token);
        await page.ShowsAsync(".connection", "Ao vivo");
        return page;
    }

    public async Task SignInAsync(string token)
    {
        await FillAsync("Token", token);
        await PressAsync("Entrar");
    }

    /// <summary>Goes to another page as a link does.</summary>
    public Task GoAsync(string path) => Portal.GoAsync(new Uri(_address, path));

    public Task FillAsync(string label, string value) => Portal.FillAsync(Field(label), value);

    /// <summary>Presses what has that text: a button, a link, a choice.</summary>
    public Task PressAsync(string text) =>
        Portal.ClickAsync(new Selector { Name = text, XPath = $"//*[self::button or self::a or self::label][normalize-space()='{text}']" });

    public Task ChooseAsync(string label, string option) => Portal.ChooseAsync(Field(label), option);

    public Task ShowsAsync(string css, string text) => Until.TrueAsync(() => Texts(css).Any(shown => shown.Contains(text, StringComparison.Ordinal)), $"{css} shows '{text}'");

    /// <summary>What the elements show; nothing for those that cannot be seen.</summary>
    public IReadOnlyList<string> Texts(string css) =>
        [.. ((IReadOnlyCollection<object>)Ask($"[...document.querySelectorAll({JsonSerializer.Serialize(css)})].map(one => one.innerText).filter(Boolean)")).Cast<string>()];

    /// <summary>All that the page shows, holds and keeps.</summary>
    public string Everything => (string)Ask(
        "location.href + JSON.stringify([localStorage, sessionStorage, document.cookie, [...document.querySelectorAll('input')].map(({ value }) => value)]) + document.documentElement.outerHTML");

    public object Ask(string expression) => Browser.ExecuteScript($"return {expression}")!;

    /// <summary>The page serves those who cannot see it or use a mouse, in light and in dark, as far as that can be checked.</summary>
    public void AssertAccessible()
    {
        foreach (var scheme in new[] { "light", "dark" })
        {
            Browser.ExecuteCdpCommand("Emulation.setEmulatedMedia", new() { ["features"] = new[] { new Dictionary<string, object> { ["name"] = "prefers-color-scheme", ["value"] = scheme } } });
            Browser.ExecuteScript(Axe.Value);
            var faults = (IReadOnlyCollection<object>)Browser.ExecuteAsyncScript("""
                const done = arguments[arguments.length - 1];
                axe.run({ resultTypes: ['violations'] }).then(
                  ({ violations }) => done(violations.filter(({ impact }) => impact === 'serious' || impact === 'critical').map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target).join(', ')}`)),
                  (error) => done([String(error)]));
                """)!;
            Assert.Empty(faults.Select(fault => $"{scheme}: {fault}"));
        }
    }

    /// <summary>Nothing broke or was kept from the page by its policy, and all that it loaded came from its server.</summary>
    public void AssertClean()
    {
        Assert.Empty(Complaints);
        var origins = ((IReadOnlyCollection<object>)Ask("performance.getEntriesByType('resource').map(({ name }) => new URL(name).origin).filter((origin) => origin !== 'null')")).Distinct();
        Assert.Equal([_address.GetLeftPart(UriPartial.Authority)], origins.Cast<string>());
    }

    public ValueTask DisposeAsync() => _browser.DisposeAsync();

    private static Selector Field(string label) => new()
    {
        Name = label,
        XPath = $"//*[@id=//label[starts-with(normalize-space(),'{label}')]/@for]",
    };
}
