using BotPhone.PortalSimulator;
using BotPhone.PortalSimulator.Sat;
using BotPhone.Tests.Kit;

namespace BotPhone.Tests.Sat;

public class When_the_portal_has_another_skin
{
    [Fact]
    public async Task The_same_assembly_serves_it_with_another_operator_json()
    {
        using var folder = new TemporaryFolder();
        File.Copy(Path.Combine(Repository.Root, "tests", "BotPhone.Tests", "Sat", "skin-b.operator.json"), Path.Combine(folder.Drop("Sat"), "operator.json"), overwrite: true);
        await using var sat = await SatServer.StartAsync(new SimulatorOptions { Sat = new() { Skin = Skin.B } }, $"--Operators:Path={folder.File("plugins")}");

        sat.AssertRegistered(await sat.RunAsync(SatData.Characters), SatData.Characters);
        sat.AssertRegistered(await sat.RunAsync(SatData.OnPageFive), SatData.OnPageFive);
        Assert.All(sat.Rows, row => Assert.Empty(row.Service));

        SatServer.AssertFailed(await sat.RunAsync(SatData.Duplicate), "SAT_DUPLICADA");
        sat.Portal.Inject(new Trouble { Portal = "SAT", Kind = "T31", Variant = "recusado" });
        SatServer.AssertFailed(await sat.RunAsync(SatData.Simple), "SAT_CADASTRO_RECUSADO", says: "o período está encerrado");
        sat.Portal.Inject(new Trouble { Portal = "SAT", Kind = "T01" });
        SatServer.AssertFailed(await sat.RunAsync(SatData.Simple), "AUTH_CREDENCIAIS_INVALIDAS");
    }
}
