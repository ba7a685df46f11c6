using BotPhone.Invoices;
using BotPhone.Sdk;

namespace BotPhone.Tests.Invoices;

/// <summary>What cannot be read without doubt is null, never guessed.</summary>
public class InvoiceReaderTests
{
    private const string Boleto = "00191.23454 67890.123457 67890.123457 9 10000000015990";
    private const string Utility = "84630000000-3 29990296202-4 00410136000-8 00200644114-7";
    private const string Key = "35250211222333000181620010000123411000005674";
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
    [InlineData("Total a pagar R$ 159,90 " + Boleto + " 00199100000000159901234567890123456789012345", "159.90")]
    [InlineData("Total a pagar R$ 210,00 00190.55003 00089.999007 05202.601117 1 13230000021000 00191132300000120000550000089999000520260111", null)]
    [InlineData("Total a pagar R$ 120,00 00190.55003 00089.999007 05202.601117 1 13230000021000 00191132300000120000550000089999000520260111", null)]
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

    [Theory]
    [InlineData("Nota fiscal nº 000.123.456 Série 1", "000123456")]
    [InlineData("NOTA FISCAL FATURA DE SERVIÇOS DE COMUNICAÇÃO ELETRÔNICA Nº 123", "123")]
    [InlineData("NF nº 55, São João", "55")]
    [InlineData("Número da nota: 77", "77")]
    [InlineData("Nota fiscal nº 0012 NF nº 12", "0012")]
    [InlineData("Nota fiscal nº 12 NF nº 13", null)]
    [InlineData("Nota fiscal nº 10/01/2026", null)]
    [InlineData("Nota fiscal emitida em 2026", null)]
    [InlineData("NFCom nº 123", null)]
    [InlineData("NF nº 123 Chave de acesso 3525", null)]
    [InlineData("Nota fiscal nº 000.012.341 " + Key, "000012341")]
    [InlineData("Nota fiscal nº 000.012.342 " + Key, null)]
    public void Read_TaxNote_IsItsOneNumberThatItsKeyDoesNotContradict(string text, string? number) => Assert.Equal(number, Read(text).TaxNote);

    [Theory]
    [InlineData("Chave de acesso: " + Key, true)]
    [InlineData("3525 0211 2223 3300 0181 6200 1000 0123 4110 0000 5674", true)]
    [InlineData("35250211222333000181620010000123411000005675", false)]
    [InlineData("99250211222333000181620010000123411000005671", false)]
    [InlineData("NFCom nº 12341 " + Key, true)]
    [InlineData("NFCom nº 12342 " + Key, false)]
    [InlineData(Key + " Código 35250211222333000181620010000123421000005671", false)]
    [InlineData("Código de barras 00199100000000159901234567890123456789012345 " + Boleto, false)]
    public void Read_AccessKey_IsTheOnlyOneThatIsRight(string text, bool found) => Assert.Equal(found ? Key : null, Read(text).AccessKey);

    [Fact]
    public void Read_BarsOfAnotherLine_LeaveBothOut() => Assert.Null(Read(Boleto + " 00199100000000159901234567890123456789012346").Barcode);

    [Fact]
    public void Read_TwoDueDates_LeaveItOut() => Assert.Null(Read("Vencimento: 22/02/2025 Vencimento: 22/03/2025").DueDate);

    [Theory]
    [InlineData("Referência: 01/0000")]
    [InlineData("Referência: 13/2025")]
    [InlineData("Referência: 10/2025")]
    [InlineData("Referência: 02/2052")]
    public void Read_MonthThatCannotBe_LeavesItOut(string text) => Assert.Null(Read(text).Month);

    private static InvoiceFields Read(string text) => InvoiceReader.Read(text, Expected);
}
