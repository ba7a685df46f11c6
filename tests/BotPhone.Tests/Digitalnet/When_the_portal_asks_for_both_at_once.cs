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
        await digitalnet.AssertStoredAsync(status, DigitalnetData.OneContract.Expected!, MergedFile.IsRightAsync);
        Assert.Single(digitalnet.LoginPosts);
    }
}
