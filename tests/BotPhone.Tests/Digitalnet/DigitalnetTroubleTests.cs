using System.Text.Json.Nodes;
using BotPhone.PortalSimulator;
using BotPhone.PortalSimulator.Digitalnet;
using BotPhone.Tests.Kit;

namespace BotPhone.Tests.Digitalnet;

/// <summary>The usual job is of a client with one contract, whose CNPJ, and so the boleto's password, has a letter.</summary>
public abstract class DigitalnetTroubleTests() : TroubleTests("Digitalnet", DigitalnetData.OneContract)
{
    private protected override async Task AssertBroughtAsync(PortalServer server, JsonNode status, SimulatedCase wanted, int attempts = 1)
    {
        Assert.True((string)status["status"]! == "COMPLETED", status.ToJsonString());
        Assert.Equal(attempts, (int)status["attempt"]!);
        await MergedFile.AssertIsAsync(await server.FileOfAsync(status), wanted.Expected!);
    }
}
