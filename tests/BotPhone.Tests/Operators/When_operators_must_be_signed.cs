using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using BotPhone.Tests.Kit;

namespace BotPhone.Tests.Operators;

/// <summary>Signed with the program openssl, as the guide says; who changes a byte afterwards is found out.</summary>
public sealed class When_operators_must_be_signed : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_signed_one_serves_and_says_so()
    {
        await SignAsync(_folder.Drop("Swap"), "casa");
        await using var server = await StartAsync("signed");
        Assert.True((bool)(await server.ServingAsync())!["signed"]!);
    }

    [Theory]
    [InlineData("unsigned", "não está assinada")]
    [InlineData("changed", "manifest.sha256 não confere com o arquivo 'operator.json'")]
    [InlineData("added", "manifest.sha256 não confere com o arquivo 'Mais.dll'")]
    [InlineData("missing", "manifest.sha256 não confere com o arquivo 'Swap.pdb'")]
    [InlineData("stranger", "não está em Operators:Certificates")]
    [InlineData("another manifest", "a assinatura não vale")]
    public async Task Any_other_does_not(string fault, string reason)
    {
        var plugin = _folder.Drop("Swap");
        MakeCertificate("casa");
        if (fault != "unsigned") await SignAsync(plugin, fault == "stranger" ? "estranho" : "casa");
        if (fault == "changed") await File.AppendAllTextAsync(Path.Combine(plugin, "operator.json"), "\n");
        if (fault == "added") await File.WriteAllTextAsync(Path.Combine(plugin, "Mais.dll"), "mais");
        if (fault == "missing") File.Delete(Path.Combine(plugin, "Swap.pdb"));
        if (fault == "another manifest")
        {
            await File.AppendAllTextAsync(Path.Combine(plugin, "operator.json"), "\n");
            await WriteManifestAsync(plugin);
        }

        await using var server = await StartAsync("signed");
        Assert.Contains(reason, await server.RejectionAsync("Swap"), StringComparison.Ordinal);
        Assert.Null(await server.ServingAsync());
    }

    [Fact]
    public async Task One_that_was_signed_cannot_become_unsigned()
    {
        var plugin = _folder.Drop("Swap");
        await SignAsync(plugin, "casa");
        await using var server = await StartAsync("any");
        Assert.True((bool)(await server.ServingAsync())!["signed"]!);
        File.Delete(Path.Combine(plugin, "manifest.sha256.p7s"));
        Assert.Contains("a versão anterior era assinada, e esta não é", await server.RejectionAsync("Swap"), StringComparison.Ordinal);
        Assert.True((bool)(await server.ServingAsync())!["signed"]!);
    }

    [Fact]
    public async Task A_check_says_without_a_server_what_the_server_would()
    {
        var plugin = _folder.Drop("Swap");
        var good = await PublishedServer.RunAsync(_folder, "operators", "check", plugin);
        Assert.Equal(0, good.ExitCode);
        Assert.StartsWith("SWAP 1.0.0: pode atender em POST /executar/swap", good.Output, StringComparison.Ordinal);
        Assert.Contains("senha", good.Output, StringComparison.Ordinal);

        MakeCertificate("casa");
        var unsigned = await PublishedServer.RunAsync(_folder, "operators", "check", plugin, "--Operators:Trust=signed", $"--Operators:Certificates:0={CertificateOf("casa")}");
        Assert.Equal(1, unsigned.ExitCode);
        Assert.Contains("Não pode atender: não está assinada", unsigned.Error, StringComparison.Ordinal);
        var absent = await PublishedServer.RunAsync(_folder, "operators", "check", _folder.File("plugins/Nada.zip"));
        Assert.Equal(1, absent.ExitCode);
    }

    private Task<TestServer> StartAsync(string trust) => TestServer.StartWithAsync(
        [], $"--Operators:Path={_folder.File("plugins")}", $"--Operators:Trust={trust}", $"--Operators:Certificates:0={CertificateOf("casa")}");

    private string CertificateOf(string name) => _folder.File($"{name}.pem");

    private void MakeCertificate(string name)
    {
        if (File.Exists(CertificateOf(name))) return;
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var certificate = new CertificateRequest($"CN={name}", key, HashAlgorithmName.SHA256)
            .CreateSelfSigned(TimeProvider.System.GetUtcNow().AddDays(-1), TimeProvider.System.GetUtcNow().AddDays(30));
        File.WriteAllText(CertificateOf(name), certificate.ExportCertificatePem());
        File.WriteAllText(_folder.File($"{name}.key"), key.ExportPkcs8PrivateKeyPem());
    }

    private async Task SignAsync(string plugin, string name)
    {
        MakeCertificate(name);
        await WriteManifestAsync(plugin);
        await RunAsync("openssl",
            "cms", "-sign", "-binary", "-in", Path.Combine(plugin, "manifest.sha256"), "-signer", CertificateOf(name), "-inkey", _folder.File($"{name}.key"),
            "-outform", "DER", "-out", Path.Combine(plugin, "manifest.sha256.p7s"));
    }

    private static Task WriteManifestAsync(string plugin) =>
        RunAsync("bash", "-c", $"cd '{plugin}' && rm -f manifest.sha256 && sha256sum $(find . -type f ! -name '*.p7s') > ../manifest && mv ../manifest manifest.sha256");

    private static async Task RunAsync(string program, params string[] arguments)
    {
        var ending = await Command.RunAsync(program, arguments, "", new Dictionary<string, string>());
        Assert.True(ending.ExitCode == 0, ending.Error);
    }
}
