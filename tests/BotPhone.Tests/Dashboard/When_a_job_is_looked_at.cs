using System.Security.Cryptography;
using BotPhone.PortalSimulator.Oi;
using BotPhone.Sdk;
using BotPhone.Tests.Kit;

namespace BotPhone.Tests.Dashboard;

/// <summary>A job's own page: its steps, its invoice, or why it failed.</summary>
[Collection(OneBrowserTestAtATime.Name)]
public sealed class When_a_job_is_looked_at
{
    [Fact]
    public async Task Its_invoice_is_shown_and_handed_over()
    {
        await using var oi = await PortalServer.StartAsync("Oi");
        var id = await oi.SubmitAsync(OiData.Simple);
        await using var page = await DashboardPage.EnterAsync(oi.Server, $"#/job/{id}");
        await page.ShowsAsync(".steps", "Procurando a fatura 2100345678");
        await page.ShowsAsync(".chip", "Pronto");

        var job = await oi.Server.Client.StatusAsync(id);
        string[] facts = ["10/01/2026", "R$\u00A0189,90", "01/2026", "2100345678", "11.222.333/0001-81", (string)job["documents"]![0]!["fatura"]!["linha_digitavel"]!];
        Assert.Equal(facts, page.Texts(".facts dd").Take(facts.Length));
        Assert.Equal(Messages(job).Take(10), page.Texts(".steps li span:not(.number)"));

        await Until.TrueAsync(() => page.Texts(".pages p").Any(text => text.Contains("Vencimento: 10/01/2026", StringComparison.Ordinal)), "the PDF's text is there for those who cannot see it");
        Assert.True((bool)page.Ask("((canvas) => canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height).data.some((value) => value < 128))(document.querySelector('.pages canvas'))"), "the PDF is drawn");
        page.AssertAccessible();

        var file = await page.Portal.DownloadAsync(new Selector { Name = "Baixar", XPath = "//button[normalize-space()='Baixar']" });
        Assert.Equal(OiData.Simple.Expected!.Sha256, Convert.ToHexStringLower(SHA256.HashData(await File.ReadAllBytesAsync(file.Path))));
        page.AssertClean();
    }

    [Fact]
    public async Task A_failure_says_why_what_to_do_and_shows_the_portal()
    {
        await using var oi = await PortalServer.StartAsync("Oi");
        var job = await oi.RunAsync(OiData.Simple, "a de antes");
        await using var page = await DashboardPage.EnterAsync(oi.Server, $"#/job/{job["job_id"]}");
        await page.ShowsAsync(".failure h2", "Erro de autenticação na operadora");
        await page.ShowsAsync(".failure", "Confira os dados no portal da operadora e envie um novo job.");
        await page.ShowsAsync(".failure", "AUTH_CREDENCIAIS_INVALIDAS");
        await Until.TrueAsync(() => (bool)page.Ask("(document.querySelector('.picture')?.naturalWidth ?? 0) > 0"), "the picture of the portal is shown");
        page.AssertAccessible();

        var source = await page.Portal.DownloadAsync(new Selector { Name = "página", XPath = "//button[normalize-space()='Baixar pagina.html']" });
        Assert.Contains("SimOi", await File.ReadAllTextAsync(source.Path), StringComparison.Ordinal);
        page.AssertClean();
    }

    [Fact]
    public async Task Every_line_is_there_once_whenever_one_comes()
    {
        await using var server = await TestServer.StartAsync("--Operators:Settings:PROBE:Patience=00:10:00");
        var id = await server.Client.SubmitAsync("probe", Payloads.Probe("chatters-and-waits:200:20"));
        await using var page = await DashboardPage.EnterAsync(server, $"#/job/{id}");
        await page.ShowsAsync(".steps", "Linha 200");
        page.Browser.Navigate().Refresh();
        await page.ShowsAsync(".steps .current", "Linha 200");
        server.OpenGate();
        await page.ShowsAsync(".chip", "Pronto");
        var lines = Messages(await server.Client.StatusAsync(id));
        await Until.TrueAsync(() => page.Texts(".steps li").Count == lines.Count - 1, "every step but the end's own");
        Assert.Equal(lines.Take(lines.Count - 1), page.Texts(".steps li span:not(.number)"));
    }

    /// <summary>Portals say what they like; so do those who write addresses.</summary>
    [Fact]
    public async Task Hostile_texts_are_texts()
    {
        const string Hostile = "<img src=x onerror=alert(1)><script>alert(2)</script>${7*7}";
        await using var server = await TestServer.StartAsync();
        var job = await server.Client.RunAsync("probe", Payloads.Probe($"fails-telling:{Hostile}"));
        await using var page = await DashboardPage.EnterAsync(server, $"#/job/{job["job_id"]}");
        await page.ShowsAsync(".failure", Hostile);
        Assert.Equal(0L, page.Ask("document.querySelectorAll('main img, main script').length"));
        Assert.Equal("TypeError", page.Ask("(() => { try { document.body.innerHTML = ''; } catch ({ name }) { return name; } })()"));

        await page.GoAsync($"#/job/{Uri.EscapeDataString("<img src=x>")}");
        await page.ShowsAsync("[role=alert]", "Job '<img src=x>' não encontrado");
        await page.GoAsync("#/nada");
        await page.ShowsAsync("[role=alert]", "Esta página não existe.");
        Assert.All(page.Complaints, complaint => Assert.Matches("404|TrustedHTML", complaint));
    }

    private static List<string> Messages(System.Text.Json.Nodes.JsonNode job) => [.. job["logs"]!.AsArray().Select(line => (string)line!["message"]!)];
}
