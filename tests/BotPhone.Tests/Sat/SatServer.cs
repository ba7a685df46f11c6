using System.Security.Cryptography;
using System.Text.Json.Nodes;
using BotPhone.PortalSimulator;
using BotPhone.PortalSimulator.Sat;
using BotPhone.Tests.Kit;

namespace BotPhone.Tests.Sat;

/// <summary>The server with the SAT operator and its portal, and files in the server's store to be registered.</summary>
internal sealed class SatServer : IAsyncDisposable
{
    private readonly PortalServer _inner;

    private SatServer(PortalServer inner) => _inner = inner;

    public Simulator Portal => _inner.Portal;

    public TestServer Server => _inner.Server;

    /// <summary>What was registered.</summary>
    public IReadOnlyList<SatRow> Rows => Portal.Registrations;

    public static Task<SatServer> StartAsync(params string[] settings) => StartAsync(new SimulatorOptions(), settings);

    public static async Task<SatServer> StartAsync(SimulatorOptions options, params string[] settings) => new(await PortalServer.StartAsync("Sat", options, settings));

    /// <summary>Puts the file into the store that the job is to register.</summary>
    public void Keep(SatCase wanted)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(PathOf(wanted))!);
        if (!File.Exists(PathOf(wanted))) File.WriteAllBytes(PathOf(wanted), Pdf.With($"Fatura {Path.GetFileName(wanted.File)[..2]}", wanted.Cnpj));
    }

    public Task<string> SubmitAsync(SatCase wanted) => Server.Client.SubmitAsync("sat", new
    {
        cnpj = wanted.Cnpj,
        razao = wanted.Name,
        operadora = wanted.Operator,
        nome_filtro = wanted.Filter,
        unidade = wanted.Branch,
        servico = wanted.Service,
        dados_sat = wanted.Data,
        nome_arquivo = wanted.File,
        data_vencimento = wanted.DueDate.ToString("dd/MM/yyyy", null),
    });

    /// <summary>Registers a file that is in the store.</summary>
    public async Task<JsonNode> RunAsync(SatCase wanted)
    {
        Keep(wanted);
        return await Server.Client.EndOfAsync(await SubmitAsync(wanted));
    }

    public IReadOnlyList<SimulatedEvent> Seen(string kind) => _inner.Seen(kind);

    /// <summary>The job is complete, and what arrived is what was asked for and stored, byte for byte, once.</summary>
    /// <param name="status">The job's end.</param>
    /// <param name="wanted">What was to be registered.</param>
    /// <param name="attempts">How often the job must have been run; null: however often.</param>
    public void AssertRegistered(JsonNode status, SatCase wanted, int? attempts = 1)
    {
        Assert.True((string)status["status"]! == "COMPLETED", status.ToJsonString());
        Assert.Equal((attempts ?? (int)status["attempt"]!, wanted.File), ((int)status["attempt"]!, (string)status["result"]!));
        var sha256 = Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(PathOf(wanted))));
        Assert.Equal(sha256, (string)status["documents"]!.AsArray().Single()!["sha256"]!);

        var row = Assert.Single(Rows, row => row.Cnpj == wanted.Cnpj && row.Data == wanted.Data && row.Date == wanted.DueDate);
        Assert.Equal(
            (wanted.Operator, wanted.Branch, "PAGAR", Path.GetFileName(wanted.File), sha256),
            (row.Operator, row.Branch, row.Category, row.File, row.Sha256));
    }

    public static void AssertFailed(JsonNode status, string code, int attempts = 1, string says = "")
    {
        Assert.True((string?)status["error_code"] == code, status.ToJsonString());
        Assert.Equal(("FAILED", attempts), ((string)status["status"]!, (int)status["attempt"]!));
        Assert.Contains(says, (string)status["error"]!, StringComparison.Ordinal);
        Assert.Null(status["result"]);
    }

    public ValueTask DisposeAsync() => _inner.DisposeAsync();

    private string PathOf(SatCase wanted) => Path.Combine(Server.DataPath, "documents", wanted.File);
}
