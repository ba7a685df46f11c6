using System.Globalization;
using System.Text;
using BotPhone.Sdk;
using BotPhone.Tests.Kit;
using OpenQA.Selenium;

namespace BotPhone.Tests.Dashboard;

/// <summary>A spreadsheet becomes jobs: it is looked through, sent, followed to the last result, and given back with the results.</summary>
[Collection(OneBrowserTestAtATime.Name)]
public sealed class When_many_jobs_are_ordered
{
    private const string Header = "Login;Senha;Filtro;CNPJ;Data vencimento;Observação";
    private const int Lines = 200;

    [Fact]
    public async Task Two_hundred_lines_become_their_results_and_those_with_faults_say_which()
    {
        await using var server = await TestServer.StartAsync();
        await using var page = await DashboardPage.EnterAsync(server, "#/lote/PROBE");
        await page.ShowsAsync("label", "Escolha o arquivo");
        page.AssertAccessible();
        Choose(page, server, Sheet());

        await page.ShowsAsync("main", "200 linhas, 3 com falhas, que ficam de fora.");
        Assert.Contains("Uma coluna não é usada: Observação.", page.Texts("main")[0], StringComparison.Ordinal);
        await page.ShowsAsync(".lines tbody", "conta-3");
        Assert.InRange((long)page.Ask("document.querySelectorAll('.lines tbody tr:not(.gap)').length"), 5, 60);
        await page.PressAsync("Só as linhas com falhas");
        await Until.TrueAsync(() => page.Texts(".lines tbody th").Count == 3, "only the lines with faults are shown");
        Assert.Equal(["5", "9", "20"], page.Texts(".lines tbody th"));
        Assert.Equal(
            ["filtro: Preencha este campo", "cnpj: CNPJ inválido: formate a coluna como texto, ou a planilha corta os zeros", "data_vencimento: Data inválida: use DD/MM/AAAA"],
            page.Texts(".lines .fault"));
        page.AssertAccessible();

        await page.PressAsync("Enviar 197 linhas");
        await page.ShowsAsync(".counts", "Prontos\n196 de 197");
        Assert.Equal(["Enviados\n197 de 197", "Prontos\n196 de 197", "Falharam\n1 de 197"], page.Texts(".counts > div"));
        await page.ShowsAsync(".lines .fault", "captcha");
        page.AssertAccessible();
        Assert.Equal(197, (int)(await server.Client.GetAsync("/jobs?limit=1"))["total_jobs"]!);
        Assert.Equal(197, server.Runs().Distinct().Count());

        var rows = await ExportAsync(page);
        Assert.StartsWith("linha;login;filtro;cnpj;data_vencimento;", rows[0], StringComparison.Ordinal);
        Assert.EndsWith(";processo_id;job_id;status;result;error_code;error", rows[0], StringComparison.Ordinal);
        Assert.Equal(Lines + 1, rows.Count);
        Assert.Equal(196, rows.Count(row => row.Contains(";COMPLETED;faturas/", StringComparison.Ordinal)));
        Assert.Contains(";FAILED;;AUTH_CAPTCHA;", rows[49], StringComparison.Ordinal);
        Assert.Contains(";RECUSADA;;;filtro: Preencha este campo", rows[4], StringComparison.Ordinal);
        Assert.DoesNotContain(Payloads.Password, string.Concat(rows) + page.Everything, StringComparison.Ordinal);
        page.AssertClean();
    }

    /// <summary>What the server alone can see stands in its line, and does not keep the others.</summary>
    [Fact]
    public async Task What_the_server_refuses_says_why_and_the_others_go_on()
    {
        await using var server = await TestServer.StartAsync("--Validation:CnpjCheckDigits=true");
        await using var page = await DashboardPage.EnterAsync(server, "#/lote/PROBE");
        await page.ShowsAsync("label", "Escolha o arquivo");
        Choose(page, server, string.Join('\n', Header, Line("conta-1"), Line("conta-2").Replace("11222333000181", "11222333000182", StringComparison.Ordinal)));
        await page.PressAsync("Enviar 2 linhas");
        await page.ShowsAsync(".counts", "1 de 1");
        await page.ShowsAsync(".lines .fault", "cnpj: ");
        await page.ShowsAsync(".lines .chip", "Pronto");
    }

    [Theory]
    [InlineData("", "Não há nada aqui.")]
    [InlineData(Header, "Só há o cabeçalho: falta ao menos uma linha.")]
    [InlineData("Login;Filtro\nana;1", "Faltam as colunas: senha, cnpj.")]
    [InlineData("PK\u0003\u0004", "Isto é uma pasta do Excel, não um CSV.")]
    public async Task What_is_no_spreadsheet_says_what_is_wrong_with_it(string content, string words)
    {
        await using var server = await TestServer.StartAsync();
        await using var page = await DashboardPage.EnterAsync(server, "#/lote/PROBE");
        await page.ShowsAsync("label", "Escolha o arquivo");
        Choose(page, server, content);
        await page.ShowsAsync("[role=alert]", words);
        Assert.Equal(0, (int)(await server.Client.GetAsync("/jobs"))["total_jobs"]!);
    }

    // As Excel in Portuguese saves it: with its mark, and lines as Windows ends them.
    private static string Sheet() => "\ufeff" + string.Join("\r\n", [Header, .. Enumerable.Range(2, Lines).Select(row => row switch
    {
        5 => Line(""),
        9 => Line("conta-9").Replace("11222333000181", "1122233300018", StringComparison.Ordinal),
        20 => Line("conta-20").Replace("10/01/2026", "31/04/2026", StringComparison.Ordinal),
        50 => Line("fails:AUTH_CAPTCHA"),
        _ => Line(string.Create(CultureInfo.InvariantCulture, $"conta-{row}")),
    })]);

    private static string Line(string filter) => $"ana@exemplo.com.br;{Payloads.Password};{filter};11222333000181;10/01/2026;nada";

    private static void Choose(DashboardPage page, TestServer server, string content)
    {
        var path = server.Folder.File("lote.csv");
        File.WriteAllText(path, content, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
        page.Browser.FindElement(By.Id("file")).SendKeys(path);
    }

    private static async Task<IReadOnlyList<string>> ExportAsync(DashboardPage page)
    {
        var file = await page.Portal.DownloadAsync(new Selector { Name = "Exportar", XPath = "//button[normalize-space()='Exportar os resultados']" });
        return [.. (await File.ReadAllTextAsync(file.Path)).TrimStart('\ufeff').Split("\r\n", StringSplitOptions.RemoveEmptyEntries)];
    }
}
