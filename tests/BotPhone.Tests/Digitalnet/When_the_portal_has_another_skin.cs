using BotPhone.PortalSimulator;
using BotPhone.PortalSimulator.Digitalnet;
using BotPhone.Tests.Kit;

namespace BotPhone.Tests.Digitalnet;

public class When_the_portal_has_another_skin
{
    [Fact]
    public async Task The_same_assembly_serves_it_with_another_operator_json()
    {
        using var folder = new TemporaryFolder();
        File.Copy(Path.Combine(Repository.Root, "tests", "BotPhone.Tests", "Digitalnet", "skin-b.operator.json"), Path.Combine(folder.Drop("Digitalnet"), "operator.json"), overwrite: true);
        var options = new SimulatorOptions { Digitalnet = new() { Skin = Skin.B } };
        await using var digitalnet = await PortalServer.StartAsync("Digitalnet", options, $"--Operators:Path={folder.File("plugins")}");

        var status = await digitalnet.RunAsync(DigitalnetData.TwoInOneMonth);
        Assert.True((string)status["status"]! == "COMPLETED", status.ToJsonString());
        await MergedFile.AssertIsAsync(await digitalnet.FileOfAsync(status), DigitalnetData.TwoInOneMonth.Expected!);

        var nothing = await digitalnet.RunAsync(DigitalnetData.OneContractNothingPending);
        Assert.Equal("NAV_FATURA_NAO_ENCONTRADA", (string)nothing["error_code"]!);
        var refused = await digitalnet.RunAsync(DigitalnetData.Simple, password: "errada");
        Assert.Equal("AUTH_CREDENCIAIS_INVALIDAS", (string)refused["error_code"]!);
    }
}
