using System.Globalization;
using BotPhone.Jobs;
using BotPhone.Sdk;
using BotPhone.Tests.Kit;

namespace BotPhone.Tests.Dashboard;

/// <summary>The ledger as a grid: each account's months, held or missing.</summary>
[Collection(OneBrowserTestAtATime.Name)]
public sealed class When_invoices_are_looked_through : IAsyncLifetime
{
    private static readonly DateOnly Today = BrazilianTime.DayOf(TimeProvider.System.GetUtcNow());
    private TestServer _server = null!;

    public async Task InitializeAsync()
    {
        _server = await TestServer.StartAsync();
        await StoreAsync("1111", Today.AddMonths(-2));
        await StoreAsync("1111", Today);
        await StoreAsync("2222", Today);
    }

    public async Task DisposeAsync() => await _server.DisposeAsync();

    [Fact]
    public async Task Each_month_is_held_or_missing_and_an_invoice_opens()
    {
        await using var page = await DashboardPage.EnterAsync(_server, "#/faturas");
        await page.ShowsAsync("[role=status]", $"Em {Month(Today)}: 2 contas guardadas, 0 faltam.");
        await page.ShowsAsync(".ledger tbody th", "PROBE · 2222");
        Assert.Equal(["PROBE · 1111\n11.222.333/0001-81", "PROBE · 2222\n11.222.333/0001-81"], page.Texts(".ledger tbody th"));
        Assert.Equal([$"✓ {Date(Today.AddMonths(-2))}", "✕ falta", $"✓ {Date(Today)}"], page.Texts(".ledger tbody tr:nth-child(2) td").TakeLast(3));
        page.AssertAccessible();

        await page.PressAsync($"✓ {Date(Today.AddMonths(-2))}");
        await page.ShowsAsync("dialog .facts", Date(Today.AddMonths(-2)));
        page.AssertAccessible();
        var file = await page.Portal.DownloadAsync(new Selector { Name = "Baixar", XPath = "//dialog//button[normalize-space()='Baixar a fatura']" });
        Assert.StartsWith("%PDF", await File.ReadAllTextAsync(file.Path), StringComparison.Ordinal);
        await page.PressAsync("Fechar");
        await Until.TrueAsync(() => page.Texts("dialog").Count == 0, "the dialog is closed");
        page.AssertClean();
    }

    private Task StoreAsync(string account, DateOnly due) => _server.Client.RunAsync("probe", new
    {
        login = "ana@exemplo.com.br", senha = Payloads.Password, filtro = account, cnpj = "11.222.333/0001-81", data_vencimento = Date(due),
    });

    private static string Date(DateOnly day) => day.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture);

    private static string Month(DateOnly day) => day.ToString("MM/yyyy", CultureInfo.InvariantCulture);
}
