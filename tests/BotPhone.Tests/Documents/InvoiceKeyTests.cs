using BotPhone.Documents;
using BotPhone.Sdk;

namespace BotPhone.Tests.Documents;

public class InvoiceKeyTests
{
    [Theory]
    [InlineData("OI", "1234-5678", "faturas/oi/12abc34501de35/oi_202601_12345678.pdf")]
    [InlineData("DIGITALNET", "AB../..\\Ç9", "faturas/digitalnet/12abc34501de35/digitalnet_202601_ab9.pdf")]
    [InlineData("OI", "---", "faturas/oi/12abc34501de35/oi_202601_conta.pdf")]
    public void Of_AnyAccount_IsASafeName(string code, string account, string expected) =>
        Assert.Equal(expected, InvoiceKey.Of(code, new ExpectedInvoice(Cnpj.Parse("12.ABC.345/01DE-35"), account, new DateOnly(2026, 1, 10))).Value);
}
