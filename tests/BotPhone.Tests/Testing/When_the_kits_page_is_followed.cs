using BotPhone.Sdk.Testing;
using BotPhone.Tests.Kit;
using Claro;

namespace BotPhone.Tests.Testing;

/// <summary>What the README of the testing kit shows, as it stands there.</summary>
[Collection(OneBrowserTestAtATime.Name)]
public class When_the_kits_page_is_followed
{
    [Fact]
    public async Task The_invoice_is_fetched()
    {
        await using var site = await TestSite.StartAsync(site => site
            .SignIn("ana", "s3nh@", home: "/fatura")
            .Page("/fatura",
                """
                <a class="sair" href="/sair">Sair</a>
                <dl><dt>Vencimento</dt><dd>10/01/2026</dd></dl>
                <a class="pdf" href="/fatura.pdf">Baixar PDF</a>
                """)
            .File("/fatura.pdf", TestPdf.Of("CNPJ: 11.222.333/0001-81", "Vencimento: 10/01/2026")));

        var run = await OperatorHarness.RunAsync<ClaroOperator>(
            new { login = "ana", senha = "s3nh@", filtro = "1234-5678", cnpj = "11.222.333/0001-81" },
            OperatorJson.Read<ClaroSettings>() with { Address = site.Address });

        Assert.True(run.Succeeded, run.ToString());
        Assert.Equal(new DateOnly(2026, 1, 10), run.Invoice!.Expected.DueDate);
        Assert.Single(site.RequestsTo("POST", "/"));
    }

    /// <summary>Line by line, wherever it stands.</summary>
    [Fact]
    public void It_shows_what_is_built_here()
    {
        var source = Trimmed(File.ReadAllText(Path.Combine(Repository.Root, "tests", "BotPhone.Tests", "Testing", $"{nameof(When_the_kits_page_is_followed)}.cs")));
        var page = File.ReadAllText(Path.Combine(Repository.Root, "sdk", "BotPhone.Sdk.Testing", "README.md"));
        var snippets = page.Split("```csharp\n")[1..].Select(part => Trimmed(part[..part.IndexOf("```", StringComparison.Ordinal)])).ToList();
        Assert.Equal(3, snippets.Count);
        Assert.All(snippets, snippet => Assert.Contains(snippet, source, StringComparison.Ordinal));
    }

    internal static void GoWrong(TestSite site)
    {
        site.Fault(Fault.Slow("/faturas", TimeSpan.FromSeconds(3)));
        site.Fault(Fault.Error("/faturas").Once());
        site.Fault(Fault.CutFile("/fatura.pdf").Times(2));
        site.Fault(Fault.ChangedElement("/fatura", "class=\"pdf\"", "class=\"arquivo\""));
        site.Fault(Fault.EndedSession("/faturas"));
    }

    internal static async Task<int> WatchAsync()
    {
        var run = await OperatorHarness.RunAsync<ClaroOperator>(File.ReadAllText("pedido.json"), options: new HarnessOptions
        {
            Headless = false,
            Echo = Console.WriteLine,
            Hold = _ => Task.Run(Console.ReadLine),
        });
        return run.Succeeded ? 0 : 1;
    }

    private static string Trimmed(string text) => string.Join('\n', text.Split('\n').Select(line => line.Trim())).Trim();
}
