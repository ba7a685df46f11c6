using BotPhone.Sdk;

namespace BotPhone.Tests.Sdk;

public class CnpjTests
{
    [Theory]
    [InlineData("12.ABC.345/01DE-35", "12ABC34501DE35")]
    [InlineData("00000000000191", "00000000000191")]
    [InlineData("11.222.333/0001-81", "11222333000181")]
    [InlineData("12.345.678/0001-95", "12345678000195")]
    [InlineData("A1B2C3D4000193", "A1B2C3D4000193")]
    [InlineData("90X12Y34000112", "90X12Y34000112")]
    [InlineData(" 12.abc.345/01de\u00AD-35\t", "12ABC34501DE35")]
    public void TryParse_ValidNumber_KeepsOnlyItsCharacters(string text, string value)
    {
        Assert.True(Cnpj.TryParse(text, out var cnpj));
        Assert.Equal(value, cnpj.Value);
        Assert.True(cnpj.HasValidCheckDigits);
    }

    [Theory]
    [InlineData("12.345.678/0001-90")]
    [InlineData("12.ABC.345/01DE-45")]
    [InlineData("A1B2C3D4000115")]
    public void TryParse_WrongCheckDigits_IsAcceptedAndSaysSo(string text)
    {
        Assert.True(Cnpj.TryParse(text, out var cnpj));
        Assert.False(cnpj.HasValidCheckDigits);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("1122233300018")]
    [InlineData("112223330001811")]
    [InlineData("1122233300018A")]
    [InlineData("112223330001A1")]
    [InlineData("11222333_00181")]
    [InlineData("１１222333000181")]
    public void TryParse_WrongShape_IsRefused(string? text) => Assert.False(Cnpj.TryParse(text, out _));

    [Fact]
    public void ToString_Always_HasTheUsualPunctuation() => Assert.Equal("12.ABC.345/01DE-35", Cnpj.Parse("12ABC34501DE35").ToString());

    [Fact]
    public void Equals_OtherNotation_IsTheSame() => Assert.Equal(Cnpj.Parse("12.abc.345/01de-35"), Cnpj.Parse("12ABC34501DE35"));
}
