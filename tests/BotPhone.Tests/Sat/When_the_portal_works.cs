using BotPhone.PortalSimulator;
using BotPhone.PortalSimulator.Sat;
using BotPhone.Tests.Kit;

namespace BotPhone.Tests.Sat;

/// <summary>The right row and no other, or the right reason.</summary>
[Collection(OneCrowdAtATime.Name)]
public sealed class When_the_portal_works(SatCases cases) : IClassFixture<SatCases>
{
    public static TheoryData<string> Registered => [.. SatCases.All.Where(one => one.Value.ExpectedCode is null).Select(one => one.Key)];

    public static TheoryData<string> Refused => [.. SatCases.All.Where(one => one.Value.ExpectedCode is not null).Select(one => one.Key)];

    [Theory]
    [MemberData(nameof(Registered))]
    public async Task The_file_is_registered_as_asked(string name) => cases.Sat.AssertRegistered(await cases.EndOfAsync(name), SatCases.All[name]);

    [Theory]
    [MemberData(nameof(Refused))]
    public async Task What_cannot_be_registered_ends_in_its_code(string name) => SatServer.AssertFailed(await cases.EndOfAsync(name), SatCases.All[name].ExpectedCode!);

    [Fact]
    public async Task Nothing_else_was_registered_and_everyone_signed_in_once_and_out()
    {
        foreach (var name in SatCases.All.Keys) await cases.EndOfAsync(name);
        var registered = SatCases.All.Values.Count(wanted => wanted.ExpectedCode is null);
        Assert.Equal(registered, cases.Sat.Rows.Count);
        Assert.Equal(registered, cases.Sat.Seen(EventKind.Registration).Count);
        Assert.Equal(SatCases.All.Count, cases.Sat.Seen(EventKind.LoginPost).Count);
        Assert.Equal(SatCases.All.Count, cases.Sat.Seen(EventKind.Logout).Count);
    }

    [Fact]
    public async Task The_service_goes_into_the_form()
    {
        await cases.EndOfAsync(nameof(SatData.Characters));
        Assert.Equal(SatData.Characters.Service, Assert.Single(cases.Sat.Rows, row => row.Data == SatData.Characters.Data).Service);
    }
}
