using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using BotPhone.Tests.Kit;

namespace BotPhone.Tests.Faults;

/// <summary>What waits stays readable to the server, and only to it.</summary>
[Trait("Keeps", "files")]
public sealed class When_keys_are_rotated : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public When_keys_are_rotated() => _folder.Drop("Probe");

    private string Effects => _folder.File("effects");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task What_waits_is_sealed_again_and_the_old_keys_are_gone()
    {
        var (token, id) = await LeaveAJobWaitingAsync();
        var payload = Assert.Single(Directory.GetFiles(_folder.File("data/payloads")));
        var (keys, before) = (Keys(), await File.ReadAllBytesAsync(payload));

        var rotated = await PublishedServer.RunAsync(_folder, "secrets", "rotate");
        Assert.Equal(("", 0), (rotated.Error, rotated.ExitCode));
        Assert.Contains("1 pedidos cifrados de novo, 1 chaves antigas apagadas", rotated.Output, StringComparison.Ordinal);
        Assert.Empty(keys.Intersect(Keys()));
        Assert.Single(Keys());
        Assert.NotEqual(before, await File.ReadAllBytesAsync(payload));

        await AssertCompletesAsync(token, id);
        Assert.Contains("secrets.rotated", await File.ReadAllTextAsync(Assert.Single(Directory.GetFiles(_folder.File("data/audit")))), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("key")]
    [InlineData("certificate")]
    public async Task They_are_worth_nothing_without_what_protects_them(string protection)
    {
        var settings = protection == "key" ? [$"--Secrets:Key={Convert.ToBase64String(RandomNumberGenerator.GetBytes(32))}"] : Certificate();
        var (token, id) = await LeaveAJobWaitingAsync(settings);
        Assert.DoesNotContain("<value>", await File.ReadAllTextAsync(Assert.Single(Keys())), StringComparison.Ordinal);

        var (exitCode, _, error) = await PublishedServer.RunAsync(_folder, "serve", "--Urls=http://127.0.0.1:0");
        Assert.Equal(1, exitCode);
        Assert.Contains($"O pedido do job {id} não pode ser aberto com as chaves atuais", Assert.Single(error.Trim().Split('\n')), StringComparison.Ordinal);

        Assert.Equal(0, (await PublishedServer.RunAsync(_folder, ["secrets", "rotate", .. settings])).ExitCode);
        Assert.DoesNotContain("<value>", await File.ReadAllTextAsync(Assert.Single(Keys())), StringComparison.Ordinal);
        await AssertCompletesAsync(token, id, settings);
    }

    [Theory]
    [InlineData("--Secrets:Key=curta", "Secrets:Key")]
    [InlineData("--Secrets:Certificate=nada.pfx", "Secrets:Certificate")]
    public async Task What_cannot_protect_them_is_said(string setting, string key)
    {
        var (exitCode, _, error) = await PublishedServer.RunAsync(_folder, "serve", "--Urls=http://127.0.0.1:0", setting);
        Assert.Equal(1, exitCode);
        Assert.Contains(key, Assert.Single(error.Trim().Split('\n')), StringComparison.Ordinal);
    }

    /// <summary>From acceptance on it is on the disk only sealed, and after the end not at all: neither the seal nor what is in it.</summary>
    [Theory]
    [InlineData("waits")]
    [InlineData("waits:fails")]
    public async Task After_the_end_not_even_the_sealed_request_is_left(string filter)
    {
        await using var server = await TestServer.StartAsync($"--Operators:Settings:PROBE:Patience={(filter == "waits" ? "00:05:00" : "00:00:02")}");
        var id = await server.Client.SubmitAsync("probe", Payloads.Probe(filter));
        var file = Assert.Single(Directory.GetFiles(Path.Combine(server.DataPath, "payloads")));
        var box = Convert.ToBase64String(await File.ReadAllBytesAsync(file));
        Secrets.AssertInNoFile(server.DataPath, Payloads.Password);

        server.OpenGate();
        await server.Client.EndOfAsync(id);
        // Under another name until it is overwritten.
        await Until.TrueAsync(() => Directory.GetFiles(Path.GetDirectoryName(file)!).Length == 0, "the request is erased");
        var bytes = Convert.FromBase64String(box);
        foreach (var left in Directory.GetFiles(server.DataPath, "*", SearchOption.AllDirectories).Where(one => !one.EndsWith(".lock", StringComparison.Ordinal)))
            Assert.True(Secrets.Read(left).AsSpan().IndexOf(bytes.AsSpan(0, 32)) < 0, left);
        Secrets.AssertInNoFile(server.DataPath, Payloads.Password);
    }

    private async Task<(string Token, string Id)> LeaveAJobWaitingAsync(params string[] settings)
    {
        var token = await PublishedServer.TokenAsync(_folder);
        await using var server = await PublishedServer.StartAsync(_folder, [.. Probe, .. settings]);
        using var client = new ApiClient(server.Address, token);
        var id = await client.SubmitAsync("probe", Payloads.Probe("waits"));
        await server.KillAsync();
        return (token, id);
    }

    private async Task AssertCompletesAsync(string token, string id, params string[] settings)
    {
        await File.WriteAllTextAsync(Effects + ".open", "");
        await using var server = await PublishedServer.StartAsync(_folder, [.. Probe, .. settings]);
        using var client = new ApiClient(server.Address, token);
        Assert.Equal("COMPLETED", (string)(await client.EndOfAsync(id))["status"]!);
    }

    private string[] Probe => [$"--Operators:Settings:PROBE:Effects={Effects}", "--Operators:Settings:PROBE:Patience=00:05:00"];

    private string[] Keys() => Directory.GetFiles(_folder.File("data/keys"));

    private string[] Certificate()
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=chaves", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        using var certificate = request.CreateSelfSigned(DateTimeOffset.UnixEpoch, new DateTimeOffset(2100, 1, 1, 0, 0, 0, TimeSpan.Zero));
        File.WriteAllBytes(_folder.File("chaves.pfx"), certificate.Export(X509ContentType.Pfx, "segredo"));
        return [$"--Secrets:Certificate={_folder.File("chaves.pfx")}", "--Secrets:CertificatePassword=segredo"];
    }
}
