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
        await page.ShowsAsync("[role=status]", $"Em {Month(Today)}: 2 contas guardadas, 0 faltam, 0 falharam.");
        await page.ShowsAsync(".ledger tbody th", "PROBE · 2222");
        Assert.Equal(["PROBE · 1111\n11.222.333/0001-81", "PROBE · 2222\n11.222.333/0001-81"], page.Texts(".ledger tbody th"));
        Assert.Equal([$"✓ {Date(Today)}", "✕ falta", $"✓ {Date(Today.AddMonths(-2))}", "–"], page.Texts(".ledger tbody tr:nth-child(2) td").Take(4));
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

    [Fact]
    public async Task An_account_that_fails_says_why_until_a_job_for_it_ends_well()
    {
        await using var page = await DashboardPage.EnterAsync(_server, "#/faturas");
        await page.ShowsAsync(".ledger tbody th", "PROBE · 2222");
        var failed = await _server.Client.RunAsync("probe", Payloads.Probe("fails:AUTH_CAPTCHA"));
        await page.ShowsAsync("[role=status]", $"Em {Month(Today)}: 2 contas guardadas, 0 faltam, 1 falhou.");
        await page.PressAsync("! falhou");
        await page.ShowsAsync("dialog .fault", (string)failed["error"]!);
        page.AssertAccessible();
        await page.PressAsync("O job que falhou");
        await page.ShowsAsync("h1", "Job da PROBE");
        page.AssertClean();
    }

    [Fact]
    public async Task The_filter_stays_in_the_address_and_is_what_is_exported()
    {
        await using var page = await DashboardPage.EnterAsync(_server, "#/faturas");
        await page.ShowsAsync(".ledger tbody th", "PROBE · 2222");
        await page.FillAsync("Conta", "1111" + OpenQA.Selenium.Keys.Enter);
        await Until.TrueAsync(() => page.Texts(".ledger tbody th").SequenceEqual([Account1111]), "only that account is shown");
        Assert.EndsWith("#/faturas?conta=1111", (string)page.Ask("location.href"), StringComparison.Ordinal);

        Assert.Equal([$"PROBE;11.222.333/0001-81;1111;{Month(Today)}", $"PROBE;11.222.333/0001-81;1111;{Month(Today.AddMonths(-2))}"], await ExportAsync(page, "Exportar as faturas", 4));
        Assert.Equal([$"PROBE;11.222.333/0001-81;1111;{Month(Today.AddMonths(-1))}"], await ExportAsync(page, "Exportar o que falta", 4));

        await page.PressAsync("Só as que têm falta");
        Assert.Equal([Account1111], page.Texts(".ledger tbody th"));
        await page.FillAsync("Conta", "2222" + OpenQA.Selenium.Keys.Enter);
        await page.ShowsAsync("main", "Nenhuma conta corresponde.");

        await page.FillAsync("CNPJ", "123" + OpenQA.Selenium.Keys.Enter);
        await page.ShowsAsync(".filters .fault", "CNPJ inválido");
        await page.FillAsync("CNPJ", "11.222.333/0001-81" + OpenQA.Selenium.Keys.Enter);
        await page.ShowsAsync("main", "Nenhuma conta corresponde.");
        await page.PressAsync("Só as que têm falta");
        await page.ShowsAsync(".ledger tbody th", "PROBE · 2222");
    }

    private const string Account1111 = "PROBE · 1111\n11.222.333/0001-81";

    // The first columns of each row.
    private static async Task<IReadOnlyList<string>> ExportAsync(DashboardPage page, string button, int columns)
    {
        var file = await page.Portal.DownloadAsync(new Selector { Name = button, XPath = $"//button[normalize-space()='{button}']" });
        return [.. (await File.ReadAllLinesAsync(file.Path)).Skip(1).Select(row => string.Join(';', row.Split(';').Take(columns)))];
    }

    private Task StoreAsync(string account, DateOnly due) => _server.Client.RunAsync("probe", new
    {
        login = "ana@exemplo.com.br", senha = Payloads.Password, filtro = account, cnpj = "11.222.333/0001-81", data_vencimento = Date(due),
    });

    private static string Date(DateOnly day) => day.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture);

    private static string Month(DateOnly day) => day.ToString("MM/yyyy", CultureInfo.InvariantCulture);
}
