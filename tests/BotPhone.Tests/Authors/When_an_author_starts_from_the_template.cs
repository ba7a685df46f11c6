using System.IO.Compression;
using System.Runtime.Loader;
using System.Xml.Linq;
using BotPhone.Sdk.Testing;
using BotPhone.Tests.Kit;

namespace BotPhone.Tests.Authors;

/// <summary>From the packages alone to a job that the published server completes.</summary>
[Collection(OneBrowserTestAtATime.Name)]
public sealed class When_an_author_starts_from_the_template(Workshop workshop) : IClassFixture<Workshop>
{
    private static readonly byte[] Invoice = TestPdf.Of("CNPJ: 11.222.333/0001-81", "Conta: 1234-5678", "Vencimento: 10/01/2026");

    [Fact]
    public async Task It_builds_without_warnings_passes_its_tests_and_serves()
    {
        var said = await workshop.DotnetAsync("test", workshop.Solution, "-c", "Release", "-p:NuGetAudit=false", "-p:UseSharedCompilation=false");
        Assert.DoesNotContain("warning", said, StringComparison.OrdinalIgnoreCase);
        Assert.Matches(@"Passed!  - Failed: +0, Passed: +3, Skipped: +0", said);

        await using var site = await PortalAsync();
        await using var server = await PublishedServer.StartAsync(workshop.Folder, $"--Operators:Settings:CLARO:Address={site.Address}", PortalServer.Offline);
        using var client = new ApiClient(server.Address, await PublishedServer.TokenAsync(workshop.Folder));
        Assert.Equal(["Claro.deps.json", "Claro.dll", "Claro.pdb", "Claro.runtimeconfig.json", "operator.json"], Drop());
        await Until.TrueAsync(async () => (await client.GetAsync("/operadoras"))["operadoras"]!.AsArray().Any(one => (string)one!["code"]! == "CLARO"), "CLARO serves");
        var status = await client.RunAsync("CLARO", new { login = "ana", senha = "s3nh@", filtro = "1234-5678", cnpj = "11.222.333/0001-81" });
        Assert.True((string)status["status"]! == "COMPLETED", status.ToJsonString());
        Assert.Equal(Invoice, await client.Http.GetByteArrayAsync($"/arquivos/{status["result"]}"));
    }

    [Theory]
    [InlineData("BotPhone.Sdk")]
    [InlineData("BotPhone.Invoices")]
    [InlineData("BotPhone.Sdk.Testing")]
    public void Its_packages_bring_a_page_documents_and_symbols(string package)
    {
        using var zip = ZipFile.OpenRead(Path.Combine(workshop.Feed, $"{package}.{Workshop.Version}.nupkg"));
        Assert.Superset(
            new HashSet<string> { "README.md", $"lib/net10.0/{package}.dll", $"lib/net10.0/{package}.xml" }, zip.Entries.Select(entry => entry.FullName).ToHashSet());
        using var symbols = ZipFile.OpenRead(Path.Combine(workshop.Feed, $"{package}.{Workshop.Version}.snupkg"));
        Assert.NotNull(symbols.GetEntry($"lib/net10.0/{package}.pdb"));
        Assert.Equal(new Version(0, 1, 0, 0), VersionOf(zip.GetEntry($"lib/net10.0/{package}.dll")!));
    }

    /// <summary>The kit uses what is internal there.</summary>
    [Fact]
    public void Its_kit_asks_for_the_very_proof_it_was_built_with()
    {
        using var zip = ZipFile.OpenRead(Path.Combine(workshop.Feed, $"BotPhone.Sdk.Testing.{Workshop.Version}.nupkg"));
        using var content = zip.GetEntry("BotPhone.Sdk.Testing.nuspec")!.Open();
        var dependency = XDocument.Load(content).Descendants().Single(element => (string?)element.Attribute("id") == "BotPhone.Invoices");
        Assert.Equal($"[{Workshop.Version}]", (string)dependency.Attribute("version")!);
    }

    /// <summary>What the template tests with is what this product is tested with.</summary>
    [Fact]
    public void Its_other_packages_are_ours()
    {
        var ours = XDocument.Load(Path.Combine(Repository.Root, "Directory.Packages.props")).Descendants("PackageVersion")
            .ToDictionary(one => (string)one.Attribute("Include")!, one => ((string)one.Attribute("Version")!).Trim('[', ']'));
        var wanted = XDocument.Load(Path.Combine(workshop.Solution, "tests", "Claro.Tests", "Claro.Tests.csproj")).Descendants("PackageReference")
            .Where(one => !((string)one.Attribute("Include")!).StartsWith("BotPhone.", StringComparison.Ordinal))
            .ToDictionary(one => (string)one.Attribute("Include")!, one => (string)one.Attribute("Version")!);
        Assert.NotEmpty(wanted);
        Assert.All(wanted, one => Assert.Equal(ours[one.Key], one.Value));
    }

    private static Task<TestSite> PortalAsync() => TestSite.StartAsync(site => site
        .SignIn("ana", "s3nh@", home: "/faturas")
        .Page("/faturas",
            """
            <a href="/sair">Sair</a>
            <table id="faturas">
              <thead><tr><th>Conta</th><th>Vencimento</th><th>Situação</th><th>Arquivo</th></tr></thead>
              <tbody><tr><td>1234-5678</td><td>10/01/2026</td><td>Em aberto</td><td><a class="pdf" href="/fatura.pdf">PDF</a></td></tr></tbody>
            </table>
            """)
        .File("/fatura.pdf", Invoice));

    // The build's output as it is.
    private IEnumerable<string?> Drop()
    {
        var output = Path.Combine(workshop.Solution, "src", "Claro", "bin", "Release", "net10.0");
        var target = Directory.CreateDirectory(Path.Combine(workshop.Folder.File("plugins"), "Claro")).FullName;
        foreach (var file in Directory.GetFiles(output)) File.Copy(file, Path.Combine(target, Path.GetFileName(file)));
        return Directory.GetFileSystemEntries(output).Select(Path.GetFileName).Order(StringComparer.Ordinal);
    }

    private static Version VersionOf(ZipArchiveEntry assembly)
    {
        var context = new AssemblyLoadContext(null, isCollectible: true);
        try
        {
            using var content = new MemoryStream();
            using (var packed = assembly.Open()) packed.CopyTo(content);
            content.Position = 0;
            return context.LoadFromStream(content).GetName().Version!;
        }
        finally
        {
            context.Unload();
        }
    }
}
