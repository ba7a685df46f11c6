using BotPhone.PortalSimulator.Vivo;
using BotPhone.Tests.Kit;

namespace BotPhone.Tests.Vivo;

/// <summary>The right invoice and no other, or the right reason.</summary>
[Collection(OneCrowdAtATime.Name)]
public sealed class When_the_portal_works(When_the_portal_works.All all) : IClassFixture<When_the_portal_works.All>
{
    public static TheoryData<string> Found => PortalCases.Found(typeof(VivoData));

    public static TheoryData<string> NotFound => PortalCases.NotFound(typeof(VivoData));

    [Theory]
    [MemberData(nameof(Found))]
    public Task The_invoice_that_the_portal_issued_is_stored(string name) => all.AssertStoredAsync(name);

    [Theory]
    [MemberData(nameof(NotFound))]
    public Task What_cannot_be_had_ends_in_its_code(string name) => all.AssertFailedAsync(name);

    [Fact]
    public Task No_other_invoice_was_ever_asked_for_and_everyone_signed_in_once_and_out() => all.AssertNothingElseWasTouchedAsync();

    public sealed class All() : PortalCases("Vivo", typeof(VivoData), reusesSession: true);
}
