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

    [Fact]
    public void It_shows_what_is_run_here()
    {
        var source = File.ReadAllText(Path.Combine(Repository.Root, "tests", "BotPhone.Tests", "Testing", $"{nameof(When_the_kits_page_is_followed)}.cs"));
        var shown = source[source.IndexOf("    [Fact]", StringComparison.Ordinal)..source.LastIndexOf("\n    [Fact]", StringComparison.Ordinal)].TrimEnd();
        Assert.Contains(shown.Replace("\n    ", "\n", StringComparison.Ordinal).TrimStart(), File.ReadAllText(Path.Combine(Repository.Root, "sdk", "BotPhone.Sdk.Testing", "README.md")), StringComparison.Ordinal);
    }
}
