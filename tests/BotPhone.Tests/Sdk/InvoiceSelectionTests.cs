using BotPhone.Sdk;

namespace BotPhone.Tests.Sdk;

public class InvoiceSelectionTests
{
    private static readonly Cnpj Ours = Cnpj.Parse("11.222.333/0001-81");
    private static readonly Cnpj Theirs = Cnpj.Parse("12.345.678/0001-95");

    [Fact]
    public void Newest_SeveralMonths_IsTheOneDueLast() =>
        Assert.Equal("b", Pick("12345678", One("12345678", "2025-12-10", "a"), One("12345678", "2026-01-10", "b"), One("12345678", "2025-11-10", "c")));

    [Theory]
    [InlineData("1234-5678")]
    [InlineData("12 34 56 78")]
    [InlineData("1234.5678")]
    public void Newest_OtherPunctuation_IsTheSameAccount(string filter) => Assert.Equal("a", Pick(filter, One("1234/5678", "2026-01-10", "a")));

    [Theory]
    [InlineData("1234567")]
    [InlineData("123456789")]
    [InlineData("12345679")]
    [InlineData("---")]
    public void Newest_OnlyLookAlikes_IsNotFound(string filter) =>
        Assert.Same(ErrorCode.InvoiceNotFound, Fault(filter, One("12345678", "2026-01-10", "a"), One("", "2026-01-10", "b")));

    [Fact]
    public void Newest_PaidOrOfAnotherCompany_DoesNotCount() => Assert.Equal("a", Pick(
        "12345678",
        One("12345678", "2025-12-10", "a"),
        One("12345678", "2026-01-10", "b") with { IsOpen = false },
        One("12345678", "2026-02-10", "c") with { Cnpj = Theirs }));

    [Fact]
    public void Newest_TwoDueOnTheSameLastDay_IsAmbiguous() =>
        Assert.Same(ErrorCode.AmbiguousInvoice, Fault("12345678", One("12345678", "2026-01-10", "a"), One("1234-5678", "2026-01-10", "b")));

    [Fact]
    public void Newest_TwoDueOnAnEarlierDay_IsNotAmbiguous() => Assert.Equal("c", Pick(
        "12345678", One("12345678", "2025-12-10", "a"), One("12345678", "2025-12-10", "b"), One("12345678", "2026-01-10", "c")));

    private static ListedInvoice<string> One(string account, string dueDate, string name) => new(account, Ours, DateOnly.Parse(dueDate, null), true, name);

    private static string Pick(string filter, params ListedInvoice<string>[] invoices) => InvoiceSelection.Newest(invoices, filter, Ours).Origin;

    private static ErrorCode Fault(string filter, params ListedInvoice<string>[] invoices) =>
        Assert.Throws<OperatorException>(() => InvoiceSelection.Newest(invoices, filter, Ours)).Code;
}
