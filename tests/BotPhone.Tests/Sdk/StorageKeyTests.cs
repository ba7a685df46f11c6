using BotPhone.Sdk;

namespace BotPhone.Tests.Sdk;

public class StorageKeyTests
{
    [Theory]
    [InlineData("fatura_oi_202401.pdf")]
    [InlineData("faturas/oi/11222333000181/oi_202401_12345678.pdf")]
    [InlineData("a..b/c...pdf")]
    public void TryParse_NameInsideTheStore_IsAccepted(string text) => Assert.True(StorageKey.TryParse(text, out _));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("..")]
    [InlineData("../botphone.db")]
    [InlineData("faturas/../../auth.secret")]
    [InlineData("faturas/.. /x")]
    [InlineData("/etc/passwd")]
    [InlineData("faturas//x.pdf")]
    [InlineData("./x.pdf")]
    [InlineData("C:\\x.pdf")]
    [InlineData("c:x.pdf")]
    [InlineData("faturas\\..\\x.pdf")]
    [InlineData("x\n.pdf")]
    [InlineData("x\0.pdf")]
    public void TryParse_NameThatLeavesTheStore_IsRefused(string? text) => Assert.False(StorageKey.TryParse(text, out _));
}
