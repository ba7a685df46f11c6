using System.Text.Json.Nodes;
using BotPhone.PortalSimulator;
using BotPhone.PortalSimulator.Digitalnet;
using BotPhone.PortalSimulator.Embratel;
using BotPhone.PortalSimulator.Oi;
using BotPhone.PortalSimulator.Vivo;
using BotPhone.Tests.Kit;

namespace BotPhone.Tests.Portals;

/// <summary>All operators in one server, with pages that are slow at random and ids that are new at every start: every job brings its own invoice.</summary>
[Collection(OneCrowdAtATime.Name)]
public class When_many_jobs_run_five_at_a_time
{
    /// <summary>How many; a hundred are too long for every run of the tests.</summary>
    private static readonly int Jobs = int.TryParse(Environment.GetEnvironmentVariable("BOTPHONE_TEST_JOBS"), out var jobs) ? jobs : 25;

    [Fact]
    public async Task All_are_right()
    {
        await using var portals = await Simulator.StartAsync();
        await using var server = await TestServer.StartWithAsync(
            ["Oi", "Vivo", "Embratel", "Digitalnet"],
            [.. portals.Settings.Where(setting => !setting.Key.Contains(":SAT:", StringComparison.Ordinal)).Select(setting => $"--{setting.Key}={setting.Value}"), PortalServer.Offline]);
        var random = new Random(20260110);
        foreach (var portal in new[] { "OI", "VIVO", "EMBRATEL", "DIGITALNET" })
        for (var i = 0; i < Jobs / 8; i++) portals.Inject(new Trouble { Portal = portal, Kind = "T08", Times = 1, Seconds = 0.1 + random.NextDouble() });

        var cases = new[] { typeof(OiData), typeof(VivoData), typeof(EmbratelData), typeof(DigitalnetData) }.SelectMany(PortalCases.All).Where(one => one.ExpectedCode is null).ToArray();
        var chosen = random.GetItems(cases, Jobs);
        var jobs = new List<(SimulatedCase Wanted, string Id)>();
        foreach (var wanted in chosen) jobs.Add((wanted, await server.Client.SubmitAsync(wanted.Login.Portal, PortalServer.Payload(wanted))));

        foreach (var (wanted, id) in jobs)
        {
            var status = await EndOfAsync(server, id);
            Assert.True((string)status["status"]! == "COMPLETED", $"{status.ToJsonString()}\n{await server.Client.EvidenceAsync(status)}");
            AssertRight(wanted, status);
        }
    }

    private static void AssertRight(SimulatedCase wanted, JsonNode status)
    {
        var document = status["documents"]!.AsArray().Single()!;
        Assert.Equal(wanted.Expected!.DueDate.ToString("dd/MM/yyyy", null), (string)document["vencimento"]!);
        Assert.Contains($"/{wanted.Cnpj.ToLowerInvariant()}/", (string)document["key"]!, StringComparison.Ordinal);
        if (!wanted.Expected.HasText) return;
        var fields = document["fatura"]!;
        Assert.Equal((wanted.Cnpj, wanted.Expected.DueDate.ToString("dd/MM/yyyy", null)), ((string)fields["cnpj"]!, (string)fields["vencimento"]!));
        Assert.Equal(wanted.Expected.Amount, (decimal)fields["valor"]!);
    }

    // The queue is long: what is awaited is that it moves.
    private static async Task<JsonNode> EndOfAsync(TestServer server, string id)
    {
        await Until.TrueAsync(async () => (string)(await server.Client.StatusAsync(id))["status"]! != "PENDING", $"job {id} starts");
        return await server.Client.EndOfAsync(id);
    }
}
