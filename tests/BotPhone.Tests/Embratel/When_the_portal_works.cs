using BotPhone.PortalSimulator;
using BotPhone.PortalSimulator.Embratel;
using BotPhone.Tests.Kit;

namespace BotPhone.Tests.Embratel;

/// <summary>The right invoice and no other, or the right reason.</summary>
[Collection(OneCrowdAtATime.Name)]
public sealed class When_the_portal_works(When_the_portal_works.All all) : IClassFixture<When_the_portal_works.All>
{
    public static TheoryData<string> Found => PortalCases.Found(typeof(EmbratelData));

    public static TheoryData<string> NotFound => PortalCases.NotFound(typeof(EmbratelData));

    [Theory]
    [MemberData(nameof(Found))]
    public Task All_documents_of_the_invoice_are_stored_in_one_file(string name) => all.AssertStoredAsync(name);

    [Theory]
    [MemberData(nameof(NotFound))]
    public Task What_cannot_be_had_ends_in_its_code(string name) => all.AssertFailedAsync(name);

    [Fact]
    public Task No_other_invoice_was_ever_asked_for_and_everyone_signed_in_once_and_out() => all.AssertNothingElseWasTouchedAsync();

    [Fact]
    public async Task What_cannot_be_read_is_noted()
    {
        var status = await all.AssertStoredAsync(nameof(EmbratelData.WithoutText));
        Assert.NotNull(status["documents"]![0]!["observacao"]);
    }

    [Fact]
    public async Task Notes_that_are_not_issued_are_noted()
    {
        var status = await all.AssertStoredAsync(nameof(EmbratelData.NotesNotIssued));
        Assert.Equal(2, status["logs"]!.AsArray().Count(line => ((string)line!["message"]!).Contains("ainda não foi emitida", StringComparison.Ordinal)));
    }

    /// <summary>Without its underscore the filter would be another account; nobody signs in for it.</summary>
    [Fact]
    public async Task A_day_that_does_not_exist_is_no_filter()
    {
        var failed = await all.Server.RunAsync(EmbratelData.OnlyOverdue with { Filter = "0800990_006" });
        Assert.Equal("NAV_FATURA_NAO_ENCONTRADA", (string)failed["error_code"]!);
        Assert.Contains("conta_dia", (string)failed["error"]!, StringComparison.Ordinal);
    }

    public sealed class All() : PortalCases("Embratel", typeof(EmbratelData))
    {
        private protected override Task AssertIsAsync(byte[] file, SimulatedInvoice expected) => PrintedInvoice.AssertIsAsync(file, expected);
    }
}
