using System.Text.Json.Nodes;
using BotPhone.PortalSimulator.Embratel;
using BotPhone.Tests.Kit;

namespace BotPhone.Tests.Embratel;

/// <summary>The file that a job brings is one that our browser printed.</summary>
public abstract class EmbratelTroubleTests() : TroubleTests("Embratel", EmbratelData.Simple)
{
    private protected override async Task AssertBroughtAsync(PortalServer server, JsonNode status, PortalSimulator.SimulatedCase wanted, int attempts = 1)
    {
        Assert.True((string)status["status"]! == "COMPLETED", status.ToJsonString());
        Assert.Equal(attempts, (int)status["attempt"]!);
        await PrintedInvoice.AssertIsAsync(await server.FileOfAsync(status), wanted.Expected!);
    }
}
