using System.Net;
using System.Security.Cryptography;
using BotPhone.Documents.Stores;
using BotPhone.Hosting;
using BotPhone.Jobs;
using BotPhone.Sdk;
using BotPhone.Tests.Kit;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace BotPhone.Tests.Documents.Stores;

/// <summary>A verified invoice waits on the disk and is in the store in the end, whatever became of its job.</summary>
[Collection(OneStoreTestAtATime.Name)]
public sealed class When_the_store_is_down(S3Server s3) : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_job_waits_for_it_and_ends_well()
    {
        await s3.KillAsync();
        await using var server = await TestServer.StartAsync(s3.Settings());
        Assert.Contains("O armazenamento de faturas está fora do ar: o armazenamento não responde", server.Log.Text, StringComparison.Ordinal);
        var (health, said) = await server.Client.SendAsync(HttpMethod.Get, "/health");
        Assert.Equal((HttpStatusCode.ServiceUnavailable, "O armazenamento das faturas não responde: as verificadas esperam em disco"), (health, (string)said["message"]!));

        var job = await server.Client.SubmitAsync("probe", Payloads.Probe("ok"));
        await Until.TrueAsync(() => Spooled(server).Length == 1, "the invoice is in the spool");
        var (status, body) = await server.Client.SendAsync(HttpMethod.Get, "/arquivos/faturas/probe/nada.pdf");
        Assert.Equal((HttpStatusCode.ServiceUnavailable, "O armazenamento das faturas não responde agora: tente de novo em instantes"), (status, (string)body["detail"]!));

        await s3.StartAsync();
        var ended = await server.Client.EndOfAsync(job);
        Assert.Equal("COMPLETED", (string)ended["status"]!);
        Assert.Single(ended["logs"]!.AsArray(), line => ((string)line!["message"]!).Contains("A fatura verificada espera em disco por até 00:05:00", StringComparison.Ordinal));
        Assert.Equal((string)ended["documents"]![0]!["sha256"]!, Convert.ToHexStringLower(SHA256.HashData(await server.Client.Http.GetByteArrayAsync($"/arquivos/{ended["result"]}"))));
        await Until.TrueAsync(() => Spooled(server).Length == 0, "the spool is empty");
        await Until.TrueAsync(async () => (await server.Client.SendAsync(HttpMethod.Get, "/health")).Status == HttpStatusCode.OK, "the server is well again");
    }

    [Fact]
    public async Task A_job_that_waits_in_vain_fails_and_its_invoice_is_stored_later()
    {
        await s3.KillAsync();
        await using var server = await TestServer.StartAsync([.. s3.Settings(), "--Artifacts:SpoolTimeout=00:00:02"]);
        var ended = await server.Client.RunAsync("probe", Payloads.Probe("ok"));
        Assert.Equal(("FAILED", "ARQ_ARMAZENAMENTO", 1), ((string)ended["status"]!, (string)ended["error_code"]!, (int)ended["attempt"]!));
        Assert.Contains("espera no disco do servidor", (string)ended["error"]!, StringComparison.Ordinal);
        var waiting = Assert.Single(Spooled(server));
        Assert.Contains(waiting, server.Log.Text, StringComparison.Ordinal);
        var bytes = await File.ReadAllBytesAsync(waiting);

        await s3.StartAsync();
        await Until.TrueAsync(() => Spooled(server).Length == 0, "the spool is empty");
        var key = Path.GetRelativePath(SpoolOf(server), waiting);
        Assert.Equal(bytes, await server.Client.Http.GetByteArrayAsync($"/arquivos/{key}"));
        Assert.Equal(key, (string)(await server.Client.RunAsync("probe", Payloads.Probe("ok")))["result"]!);
    }

    [Fact]
    public async Task An_upload_that_it_did_not_survive_is_made_again()
    {
        using var store = s3.Store();
        await store.CheckAsync(default);
        var data = new DataFolder(new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?> { ["Data:Path"] = _folder.File("data") }).Build());
        var spool = new Spool(data);
        var patient = new PatientStore(store, spool, Options.Create(new ArtifactsOptions { SpoolInterval = TimeSpan.FromSeconds(1) }), TimeProvider.System, NullLogger<PatientStore>.Instance);
        var (key, body, warnings) = (StorageKey.Parse("faturas/oi/oi_202601_1.pdf"), Body.OfMebibytes(_folder, 100), new List<string>());

        var putting = patient.PutAsync(key, body.Path, body.Sha256, warnings.Add, default);
        await Until.TrueAsync(() => Directory.EnumerateFiles(s3.Kept, "*.data", SearchOption.AllDirectories).Any(file => new FileInfo(file).Length >= 5 * Body.Mebibyte), "a part has arrived");
        await s3.KillAsync();
        await Until.TrueAsync(() => spool.Waiting().Count == 1, "the file is in the spool");
        await s3.StartAsync();

        Assert.Equal(key, await putting);
        Assert.Single(warnings);
        Assert.Empty(spool.Waiting());
        await using var kept = (await store.OpenAsync(key, default))!;
        Assert.Equal((body.Size, body.Sha256), (kept.Size, await kept.HashAsync(default)));
    }

    private static string SpoolOf(TestServer server) => Path.Combine(server.DataPath, "spool");

    private static string[] Spooled(TestServer server) =>
        [.. Directory.GetFiles(SpoolOf(server), "*", SearchOption.AllDirectories).Where(file => !file.EndsWith(".tmp", StringComparison.Ordinal))];
}
