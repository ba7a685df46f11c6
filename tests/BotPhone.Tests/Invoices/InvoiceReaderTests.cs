using BotPhone.Invoices;
using BotPhone.Sdk;

namespace BotPhone.Tests.Invoices;

/// <summary>What cannot be read without doubt is null, never guessed.</summary>
public class InvoiceReaderTests
{
    private const string Boleto = "00191.23454 67890.123457 67890.123457 9 10000000015990";
    private const string Utility = "84630000000-3 29990296202-4 00410136000-8 00200644114-7";
    private static readonly ExpectedInvoice Expected = new(Cnpj.Parse("11.222.333/0001-81"), "1234-5678", new DateOnly(2025, 2, 22));

    [Fact]
    public void Read_WholeInvoice_ReadsEveryField() => Assert.Equal(
        new InvoiceFields(
            new DateOnly(2025, 2, 22), 159.90m, new DateOnly(2025, 2, 1), "12345678", "11222333000181",
            "00191234546789012345767890123457910000000015990", "00199100000000159901234567890123456789012345"),
        Read($"CNPJ 11.222.333/0001-81 Conta: 1234-5678 Referência: 02/2025 Vencimento: 22/02/2025 Total a pagar: R$ 159,90 {Boleto}"));

    [Theory]
    [InlineData("Total a pagar: R$ 1.234.567,89", "1234567.89")]
    [InlineData("Valor a pagar 0,00", "0")]
    [InlineData(Utility, "29.99")]
    [InlineData("Total a pagar R$ 29,99 " + Utility, "29.99")]
    [InlineData("Total a pagar R$ 30,00 " + Utility, null)]
    [InlineData("Total a pagar R$ 30,00 Valor total R$ 31,00", null)]
    [InlineData("R$ 30,00", null)]
    public void Read_Amount_IsWhatWordsAndLineAgreeOn(string text, string? amount) =>
        Assert.Equal(amount is null ? null : decimal.Parse(amount, System.Globalization.CultureInfo.InvariantCulture), Read(text).Amount);

    [Theory]
    [InlineData(Boleto + " " + Boleto, true)]
    [InlineData(Boleto + " " + Utility, false)]
    [InlineData("00191.23454 67890.123457 67890.123457 8 10000000015990", false)]
    [InlineData("35260111222333000181620010000012341000056789", false)]
    public void Read_PaymentLine_IsTheOnlyOneThatIsRight(string text, bool found) => Assert.Equal(found, Read(text).Line is not null);

    [Fact]
    public void Read_AnotherMonthTwice_LeavesItOut() => Assert.Null(Read("Referência: 01/2025 Competência: 02/2025").Month);

    [Fact]
    public void Read_NoText_ReadsNothing() => Assert.Equal(InvoiceFields.Unread, Read(" "));

    private static InvoiceFields Read(string text) => InvoiceReader.Read(text, Expected);
}
