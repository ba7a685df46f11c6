using System.Globalization;
using BotPhone.PortalSimulator;
using OpenQA.Selenium;

namespace BotPhone.Benchmarks;

/// <summary>The steps of a visit to the OI portal, by the driver's own commands and nothing else.</summary>
/// <param name="driver">In an empty window.</param>
/// <param name="portal">The address.</param>
/// <param name="pause">Between two looks for an element.</param>
internal sealed class OiVisit(IWebDriver driver, Uri portal, TimeSpan pause)
{
    private const int MostLooks = 6000;

    /// <summary>Signs in, finds the invoice and clicks what downloads it.</summary>
    public async Task DownloadAsync(SimulatedCase wanted)
    {
        driver.Navigate().GoToUrl(portal);
        driver.SwitchTo().Frame(await FindAsync(By.Id("quadro_acesso")));
        (await FindAsync(By.Id("usuario"))).SendKeys(wanted.Login.User);
        driver.FindElement(By.Id("senha")).SendKeys(wanted.Login.Password);
        driver.FindElement(By.Id("btn_entrar")).Click();
        driver.SwitchTo().DefaultContent();
        await FindAsync(By.Id("btn_sair"));

        await OpenListAsync(new Uri(portal, $"minhas-faturas?cnpj={wanted.Cnpj}&status=abertas&de=2000-01-01&ate=2099-12-31"));
        var day = wanted.Expected!.DueDate.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture);
        (await FindAsync(By.XPath($"//tr[td[normalize-space()='{wanted.Filter}'] and td[normalize-space()='{day}']]//a[normalize-space()='Detalhes']"))).Click();
        (await FindAsync(By.CssSelector("main a[href*='/api/invoices/pdf/']"))).Click();
    }

    public async Task SignOutAsync()
    {
        (await FindAsync(By.Id("btn_sair"))).Click();
        await FindAsync(By.Id("quadro_acesso"));
    }

    // The first load of a session loses its filter.
    private async Task OpenListAsync(Uri list)
    {
        do
        {
            driver.Navigate().GoToUrl(list);
            await FindAsync(By.CssSelector("main table[aria-busy='false']"));
        }
        while (driver.Url != list.AbsoluteUri);
    }

    private async Task<IWebElement> FindAsync(By element)
    {
        for (var look = 0; look < MostLooks; look++)
        {
            if (driver.FindElements(element) is [var first, ..]) return first;
            await Task.Delay(pause, TimeProvider.System);
        }

        throw new InvalidOperationException($"The portal does not show {element}.");
    }
}
