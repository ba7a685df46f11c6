using System.Text;
using System.Text.Json.Nodes;
using BotPhone.Hosting;
using BotPhone.Jobs;
using BotPhone.Tests.Kit;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;

namespace BotPhone.Tests.Jobs;

public sealed class AuditTrailTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Add_WhatClientsAskForAndOperatorsBecome_IsInTheFileWithWhoAndWhen()
    {
        await using var server = await TestServer.StartAsync();
        var id = (string)(await server.Client.RunAsync("probe", Payloads.Probe("ok")))["job_id"]!;
        var file = (string)(await server.Client.StatusAsync(id))["result"]!;
        await server.Client.Http.GetByteArrayAsync($"/arquivos/{file}");

        var lines = Read(Assert.Single(Directory.GetFiles(Path.Combine(server.DataPath, "audit"))));
        Assert.Equal(["operator.loaded PROBE ", $"job.accepted {id} tests", $"file.read {file} tests"], lines.Select(line => $"{line["action"]} {line["target"]} {line["by"]}"));
        Assert.All(lines, line => Assert.EndsWith("Z", (string)line["at"]!, StringComparison.Ordinal));
        Secrets.AssertInNoFile(Path.Combine(server.DataPath, "audit"), Payloads.Password);
    }

    [Fact]
    public async Task Add_WhatWasDoneAtTheCommandLine_IsThereToo()
    {
        await PublishedServer.RunAsync(_folder, "token", "issue", "--subject", "ana");
        var line = Assert.Single(Read(Assert.Single(Directory.GetFiles(_folder.File("data/audit")))));
        Assert.Equal(("token.issued", "ana", $"console:{Environment.UserName}"), ((string)line["action"]!, (string)line["target"]!, (string)line["by"]!));
    }

    [Fact]
    public void Add_ANewDay_HasItsOwnFileAndTheOldestGo()
    {
        var time = new FakeTimeProvider(new DateTimeOffset(2026, 1, 1, 12, 0, 0, TimeSpan.Zero));
        var data = new DataFolder(new ConfigurationBuilder().AddInMemoryCollection([new("Data:Path", _folder.File("data"))]).Build());
        using var audit = new AuditTrail(data, Options.Create(new AuditOptions { Retention = TimeSpan.FromDays(2) }), time, NullLogger<AuditTrail>.Instance);
        for (var day = 1; day <= 5; day++)
        {
            audit.Add(new AuditEntry("a", $"dia {day}"));
            audit.Add(new AuditEntry("b", $"dia {day}"));
            time.Advance(TimeSpan.FromDays(1));
        }

        var files = Directory.GetFiles(data.File("audit")).Order(StringComparer.Ordinal).ToList();
        Assert.Equal(["2026-01-03.jsonl", "2026-01-04.jsonl", "2026-01-05.jsonl"], files.Select(Path.GetFileName));
        Assert.Equal(["dia 5", "dia 5"], Read(files[^1]).Select(line => (string)line["target"]!));
    }

    private static List<JsonNode> Read(string file) =>
        [.. Encoding.UTF8.GetString(Secrets.Read(file)).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonNode.Parse(line)!)];
}
