using BotPhone.PortalSimulator.Oi;
using BotPhone.Tests.Kit;

namespace BotPhone.Tests.Dashboard;

/// <summary>The form of an operator, drawn from what it says it needs.</summary>
[Collection(OneBrowserTestAtATime.Name)]
public sealed class When_a_job_is_ordered
{
    [Fact]
    public async Task From_the_form_to_the_invoice()
    {
        await using var oi = await PortalServer.StartAsync("Oi");
        await using var page = await DashboardPage.EnterAsync(oi.Server, "#/novo");
        await page.ShowsAsync("label", "Usuário do portal da operadora");
        page.AssertAccessible();
        await page.FillAsync("Usuário do portal", OiData.Simple.Login.User);
        await page.FillAsync("Senha do portal", OiData.Simple.Login.Password);
        await page.FillAsync("Conta, linha", OiData.Simple.Filter);
        await page.FillAsync("CNPJ", OiData.Simple.Cnpj);
        await page.PressAsync("Buscar a fatura");

        await page.ShowsAsync("h1", "Job da OI");
        Assert.DoesNotContain(OiData.Simple.Login.Password, page.Everything, StringComparison.Ordinal);
        await page.ShowsAsync(".facts", "10/01/2026");
        page.AssertClean();
    }

    [Fact]
    public async Task Faults_stand_beside_their_fields_and_the_first_is_led_to()
    {
        await using var server = await TestServer.StartAsync();
        await using var page = await DashboardPage.EnterAsync(server, "#/novo/PROBE");
        await page.FillAsync("Usuário do portal", "ana");
        await page.FillAsync("CNPJ", "12abc34501de35");
        await page.FillAsync("Vencimento", "31042026");
        await page.FillAsync("Processo", "7");
        Assert.Equal(("12.ABC.345/01DE-35", "31/04/2026"), (page.Ask("document.querySelector('[name=cnpj]').value"), page.Ask("document.querySelector('[name=data_vencimento]').value")));
        await page.PressAsync("Buscar a fatura");
        await page.ShowsAsync("[role=alert]", "Confira os campos marcados.");
        Assert.Equal(
            ["senha: Preencha este campo", "filtro: Preencha este campo", "data_vencimento: Data inválida: use DD/MM/AAAA", "processo_id: Precisa ser um UUID, como b4148f5f-e820-408a-b623-8f1ba3fd2578"],
            ((IReadOnlyCollection<object>)page.Ask("[...document.querySelectorAll('[aria-invalid=true]')].map((one) => `${one.name}: ${document.getElementById(one.getAttribute('aria-describedby').split(' ').at(-1)).innerText}`)")).Cast<string>());
        await Until.TrueAsync(() => page.Ask("document.activeElement.name") is "senha", "the first field that is wrong is led to");
        page.AssertAccessible();
    }

    [Fact]
    public async Task An_operator_that_comes_meanwhile_can_be_chosen_and_what_was_typed_stays()
    {
        await using var server = await TestServer.StartAsync();
        await using var page = await DashboardPage.EnterAsync(server, "#/novo");
        await page.FillAsync("Usuário do portal", "ana");
        server.Folder.Drop("Swap");
        await Until.TrueAsync(() => page.Texts("#operator")[0].Contains("SWAP", StringComparison.Ordinal), "the operator that was dropped is offered");
        Assert.Equal("ana", page.Ask("document.querySelector('[name=login]').value"));
    }

    /// <summary>As people type: a mark is deleted with what stands before it, and the caret stays where it was.</summary>
    [Fact]
    public async Task The_mask_follows_who_types()
    {
        await using var server = await TestServer.StartAsync();
        await using var page = await DashboardPage.EnterAsync(server, "#/novo/PROBE");
        await page.ShowsAsync("label", "CNPJ");
        var cnpj = page.Browser.FindElement(OpenQA.Selenium.By.Name("cnpj"));
        cnpj.SendKeys("11222333000181");
        cnpj.SendKeys(string.Concat(Enumerable.Repeat(OpenQA.Selenium.Keys.ArrowLeft, 13)) + "9");
        Assert.Equal("11.229.233/3000-18", cnpj.GetDomProperty("value"));
        cnpj.SendKeys(OpenQA.Selenium.Keys.End + string.Concat(Enumerable.Repeat(OpenQA.Selenium.Keys.Backspace, 20)));
        Assert.Equal("", cnpj.GetDomProperty("value"));
    }
}
