using BotPhone.PortalSimulator;
using BotPhone.PortalSimulator.Digitalnet;
using BotPhone.Tests.Kit;

namespace BotPhone.Tests.Digitalnet;

/// <summary>The right invoice and no other, or the right reason; with tokens so short that they run out on the way.</summary>
[Collection(OneCrowdAtATime.Name)]
public sealed class When_the_portal_works(When_the_portal_works.All all) : IClassFixture<When_the_portal_works.All>
{
    public static TheoryData<string> Found => PortalCases.Found(typeof(DigitalnetData));

    public static TheoryData<string> NotFound => PortalCases.NotFound(typeof(DigitalnetData));

    [Theory]
    [MemberData(nameof(Found))]
    public Task The_boleto_and_the_tax_note_are_stored(string name) => all.AssertStoredAsync(name);

    [Theory]
    [MemberData(nameof(NotFound))]
    public Task What_cannot_be_had_ends_in_its_code(string name) => all.AssertFailedAsync(name);

    [Fact]
    public async Task What_could_not_be_checked_is_noted()
    {
        var status = await all.AssertStoredAsync(nameof(DigitalnetData.WithoutText));
        Assert.Contains("não tem texto", (string)status["documents"]![0]!["observacao"]!, StringComparison.Ordinal);
    }

    [Fact]
    public Task No_other_invoice_was_ever_asked_for_and_everyone_signed_in_once_and_out() => all.AssertNothingElseWasTouchedAsync();

    public sealed class All() : PortalCases("Digitalnet", typeof(DigitalnetData), new() { Digitalnet = new() { TokenLifetime = TimeSpan.FromSeconds(10) } })
    {
        private protected override Task AssertIsAsync(byte[] file, SimulatedInvoice expected) => MergedFile.AssertIsAsync(file, expected);
    }
}
