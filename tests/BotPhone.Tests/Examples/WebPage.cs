using System.Text.Json;
using BotPhone.Sdk;
using BotPhone.Tests.Kit;
using OpenQA.Selenium;
using OpenQA.Selenium.Chromium;

namespace BotPhone.Tests.Examples;

/// <summary>The page of <c>examples/web</c>, as it is built, before someone who uses it.</summary>
internal sealed class WebPage : IAsyncDisposable
{
    private static readonly Lazy<Task<string>> Built = new(() => Npm.WebExample.BuildAsync("build"));
    private readonly FreeBrowser _session;

    private WebPage(FreeBrowser session) => _session = session;

    public ChromiumDriver Browser => (ChromiumDriver)_session.Portal.Driver;

    /// <summary>What the browser's console says: what could not be loaded, what was not allowed, what broke.</summary>
    public IEnumerable<string> Complaints => Browser.Manage().Logs.GetLog(LogType.Browser).Select(entry => entry.Message);

    public IReadOnlyList<string> Lines => Texts(".log li span");

    public int Progress => (int)(double)Ask("Number(document.querySelector('progress').value) + 0.1");

    public static async Task<Site> ServeAsync() => await Site.StartAsync(await Built.Value);

    /// <param name="site">Where the page is.</param>
    public static async Task<WebPage> OpenAsync(Site site)
    {
        var session = await FreeBrowser.StartAsync(PortalServer.OfflineArgument);
        await session.Portal.GoAsync(site.Address);
        return new WebPage(session);
    }

    public async Task SignInAsync(Uri server, string token)
    {
        await FillAsync(new { endereco = server.ToString(), token });
        await PressAsync("Entrar");
    }

    public async Task OrderAsync(object request)
    {
        await FillAsync(request);
        await PressAsync("Buscar a fatura");
    }

    /// <summary>Fills the fields that are named.</summary>
    public async Task FillAsync(object values)
    {
        foreach (var (name, value) in JsonSerializer.SerializeToElement(values).EnumerateObject().Select(field => (field.Name, field.Value.GetString()!)))
            await _session.Portal.FillAsync(Css($"#campo-{name}"), value);
    }

    public Task PressAsync(string button) =>
        _session.Portal.ClickAsync(new Selector { Name = button, XPath = $"//main//button[normalize-space()='{button}']" });

    public Task ShowsAsync(string css, string text) => Until.TrueAsync(() => Texts(css).Any(shown => shown.Contains(text, StringComparison.Ordinal)), $"{css} shows '{text}'");

    /// <summary>What the elements show; nothing for those that cannot be seen.</summary>
    public IReadOnlyList<string> Texts(string css) =>
        [.. ((IReadOnlyCollection<object>)Ask($"[...document.querySelectorAll({JsonSerializer.Serialize(css)})].map(one => one.innerText).filter(Boolean)")).Cast<string>()];

    public object Ask(string expression) => Browser.ExecuteScript($"return {expression}")!;

    /// <summary>Takes the file that is offered.</summary>
    /// <returns>Its name and content.</returns>
    public async Task<(string Name, byte[] Content)> DownloadAsync()
    {
        var file = await _session.Portal.DownloadAsync(Css(".outcome a[download]"));
        return (file.SuggestedName, await File.ReadAllBytesAsync(file.Path));
    }

    public ValueTask DisposeAsync() => _session.DisposeAsync();

    private static Selector Css(string css) => new() { Name = css, Css = css };
}
