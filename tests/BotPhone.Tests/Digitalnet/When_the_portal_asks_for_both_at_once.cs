using BotPhone.PortalSimulator;
using BotPhone.PortalSimulator.Digitalnet;
using BotPhone.Tests.Kit;

namespace BotPhone.Tests.Digitalnet;

public class When_the_portal_asks_for_both_at_once
{
    [Fact]
    public async Task The_same_settings_serve_it()
    {
        var options = new SimulatorOptions { Digitalnet = new() { AsksForBothAtOnce = true } };
        await using var digitalnet = await PortalServer.StartAsync("Digitalnet", options);

        var status = await digitalnet.RunAsync(DigitalnetData.OneContract);
        Assert.True((string)status["status"]! == "COMPLETED", status.ToJsonString());
        await MergedFile.AssertIsAsync(await digitalnet.FileOfAsync(status), DigitalnetData.OneContract.Expected!);
        Assert.Single(digitalnet.LoginPosts);
    }
}
