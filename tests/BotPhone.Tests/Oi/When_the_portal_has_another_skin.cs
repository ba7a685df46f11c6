using BotPhone.PortalSimulator;
using BotPhone.PortalSimulator.Oi;
using BotPhone.Tests.Kit;

namespace BotPhone.Tests.Oi;

public class When_the_portal_has_another_skin
{
    [Fact]
    public async Task The_same_assembly_serves_it_with_another_operator_json()
    {
        using var folder = new TemporaryFolder();
        File.Copy(Path.Combine(Repository.Root, "tests", "BotPhone.Tests", "Oi", "skin-b.operator.json"), Path.Combine(folder.Drop("Oi"), "operator.json"), overwrite: true);
        await using var oi = await PortalServer.StartAsync("Oi", new SimulatorOptions { Oi = new() { Skin = Skin.B } }, $"--Operators:Path={folder.File("plugins")}");

        var status = await oi.RunAsync(OiData.OnPageFour);
        Assert.True((string)status["status"]! == "COMPLETED", status.ToJsonString());
        Assert.Equal(OiData.OnPageFour.Expected!.Sha256, (string)status["documents"]![0]!["sha256"]!);

        var refused = await oi.RunAsync(OiData.Simple, password: "errada");
        Assert.Equal("AUTH_CREDENCIAIS_INVALIDAS", (string)refused["error_code"]!);
    }
}
