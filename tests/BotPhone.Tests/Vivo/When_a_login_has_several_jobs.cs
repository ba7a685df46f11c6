using BotPhone.PortalSimulator;
using BotPhone.PortalSimulator.Vivo;
using BotPhone.Tests.Kit;

namespace BotPhone.Tests.Vivo;

/// <summary>T17: the portal ends a user's session when the same user signs in again.</summary>
public class When_a_login_has_several_jobs
{
    [Fact]
    public async Task They_run_one_after_another_and_jobs_of_another_login_pass_by()
    {
        await using var vivo = await PortalServer.StartAsync("Vivo", "--Browser:ElementTimeout=00:00:30");
        SimulatedCase[] cases = [VivoData.Simple, VivoData.OneDigitApart, VivoData.Alphanumeric];
        var ids = new List<string>();
        foreach (var @case in cases) ids.Add(await vivo.SubmitAsync(@case));
        foreach (var (id, @case) in ids.Zip(cases))
        {
            var status = await vivo.Server.Client.EndOfAsync(id);
            Assert.True((string)status["status"]! == "COMPLETED", status.ToJsonString());
            Assert.Equal((1, @case.Expected!.Sha256), ((int)status["attempt"]!, (string)status["documents"]![0]!["sha256"]!));
        }

        var (same, other) = (VivoData.Simple.Login.User, VivoData.Alphanumeric.Login.User);
        var seen = vivo.Portal.Events.Where(one => one.Kind is EventKind.LoginPost or EventKind.Logout).ToList();
        Assert.Equal(
            [EventKind.LoginPost, EventKind.Logout, EventKind.LoginPost, EventKind.Logout],
            seen.Where(one => one.Login == same).Select(one => one.Kind));
        Assert.True(seen.FindIndex(one => one.Login == other) < seen.FindIndex(one => one.Login == same && one.Kind == EventKind.Logout), "the other login waited");
    }
}
