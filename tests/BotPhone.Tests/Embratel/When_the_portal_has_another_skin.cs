using BotPhone.PortalSimulator;
using BotPhone.PortalSimulator.Embratel;
using BotPhone.Tests.Kit;

namespace BotPhone.Tests.Embratel;

public class When_the_portal_has_another_skin
{
    [Fact]
    public async Task The_same_assembly_serves_it_with_another_operator_json()
    {
        using var folder = new TemporaryFolder();
        var other = Path.Combine(Repository.Root, "tests", "BotPhone.Tests", "Embratel", "skin-b.operator.json");
        File.Copy(other, Path.Combine(folder.Drop("Embratel"), "operator.json"), overwrite: true);
        await using var embratel = await PortalServer.StartAsync(
            "Embratel", new SimulatorOptions { Embratel = new() { Skin = Skin.B } }, $"--Operators:Path={folder.File("plugins")}");

        foreach (var wanted in new[] { EmbratelData.OnPageFour, EmbratelData.NotesNotIssued, EmbratelData.TwelvePages })
        {
            var status = await embratel.RunAsync(wanted);
            Assert.True((string)status["status"]! == "COMPLETED", status.ToJsonString());
            Assert.Equal(wanted.Expected!.DueDate.ToString("dd/MM/yyyy", null), (string)status["documents"]![0]!["vencimento"]!);
        }

        var refused = await embratel.RunAsync(EmbratelData.Simple, password: "errada");
        Assert.Equal("AUTH_CREDENCIAIS_INVALIDAS", (string)refused["error_code"]!);
    }
}
