using BotPhone.PortalSimulator;
using BotPhone.PortalSimulator.Vivo;
using BotPhone.Tests.Kit;

namespace BotPhone.Tests.Vivo;

public class When_the_portal_has_another_skin
{
    [Fact]
    public async Task The_same_assembly_serves_it_with_another_operator_json()
    {
        using var folder = new TemporaryFolder();
        File.Copy(Path.Combine(Repository.Root, "tests", "BotPhone.Tests", "Vivo", "skin-b.operator.json"), Path.Combine(folder.Drop("Vivo"), "operator.json"), overwrite: true);
        await using var vivo = await PortalServer.StartAsync("Vivo", new SimulatorOptions { Vivo = new() { Skin = Skin.B } }, $"--Operators:Path={folder.File("plugins")}");

        foreach (var @case in new[] { VivoData.OfBranchesAndServices, VivoData.InOldPortal })
        {
            var status = await vivo.RunAsync(@case);
            Assert.True((string)status["status"]! == "COMPLETED", status.ToJsonString());
            Assert.Equal(@case.Expected!.Sha256, (string)status["documents"]![0]!["sha256"]!);
        }

        var refused = await vivo.RunAsync(VivoData.Simple, password: "errada");
        Assert.Equal("AUTH_CREDENCIAIS_INVALIDAS", (string)refused["error_code"]!);
    }
}
