using BotPhone.Jobs;
using BotPhone.Sdk;
using BotPhone.Tests.Kit;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using OpenQA.Selenium;

namespace BotPhone.Tests.Api;

/// <summary><c>/docs</c> in a real browser that reaches nothing but the server.</summary>
[Collection(OneBrowserTestAtATime.Name)]
public sealed class When_the_documentation_is_read : IAsyncLifetime
{
    private TestServer _server = null!;
    private IBrowserSession _session = null!;

    private Portal Page => _session.Portal;

    public async Task InitializeAsync()
    {
        _server = await TestServer.StartAsync(PortalServer.Offline);
        _session = await _server.Services.GetRequiredService<IBrowsers>().OpenAsync(new SessionNeeds(PortalServer.ThisMachine, NullLogger.Instance), default);
        await Page.GoAsync(new Uri(_server.Address, "/docs"));
        await Page.WaitForAsync(Css(".opblock"));
    }

    public async Task DisposeAsync()
    {
        await _session.DisposeAsync();
        await _server.DisposeAsync();
    }

    [Fact]
    public async Task Every_operation_is_on_the_page()
    {
        var document = await ApiDocument.ReadAsync(_server);
        Assert.Equal(
            document.Operations.Select(operation => $"{operation.Method} {operation.Path}").Order(StringComparer.Ordinal),
            Page.Driver.FindElements(By.CssSelector(".opblock")).Select(Title).Order(StringComparer.Ordinal));
        Assert.Equal("BotPhone · Documentação da API", Page.Driver.Title);
    }

    [Fact]
    public async Task Who_authorizes_can_try_an_operation_out()
    {
        await Page.ClickAsync(Css(".btn.authorize"));
        await Page.FillAsync(Css(".auth-container input"), _server.Token);
        await Page.ClickAsync(Css(".auth-btn-wrapper .authorize"));
        await Page.ClickAsync(Css(".auth-btn-wrapper .btn-done"));
        Assert.Equal("200", await TryAsync("listarJobs"));
        Assert.Empty(Complaints());

        await Page.GoAsync(new Uri(_server.Address, "/docs"));
        await Page.WaitForAsync(Css(".btn.authorize.locked"));
    }

    [Fact]
    public async Task Who_does_not_authorize_is_refused()
    {
        Assert.Equal("401", await TryAsync("listarJobs"));
        Assert.Contains("401", Assert.Single(Complaints()), StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_comes_from_anywhere_else()
    {
        Assert.Empty(Complaints());
        const string script = "return performance.getEntriesByType('resource').map(entry => entry.name).filter(name => !name.startsWith('data:'))";
        var asked = (IReadOnlyCollection<object>)((IJavaScriptExecutor)Page.Driver).ExecuteScript(script)!;
        Assert.NotEmpty(asked);
        Assert.All(asked, address => Assert.True(_server.Address.IsBaseOf(new Uri((string)address)), (string)address));
    }

    private static Selector Css(string css) => new() { Name = "elemento", Css = css };

    private static string Title(IWebElement operation) => string.Join(
        ' ', operation.FindElement(By.CssSelector(".opblock-summary-method")).Text, operation.FindElement(By.CssSelector(".opblock-summary-path")).GetDomAttribute("data-path"));

    private async Task<string> TryAsync(string operation)
    {
        var block = $"[id$='{operation}']";
        await Page.ClickAsync(Css($"{block} .opblock-summary-control"));
        await Page.ClickAsync(Css($"{block} .try-out__btn"));
        await Page.ClickAsync(Css($"{block} .btn.execute"));
        return await Page.ReadAsync(Css($"{block} .live-responses-table tbody .response-col_status"));
    }

    /// <summary>What the browser's console says: what could not be loaded, what was not allowed, what broke.</summary>
    private IEnumerable<string> Complaints() => Page.Driver.Manage().Logs.GetLog(LogType.Browser).Select(entry => entry.Message);
}
