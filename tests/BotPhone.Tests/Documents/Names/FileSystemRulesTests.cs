namespace BotPhone.Tests.Documents.Names;

public class FileSystemRulesTests
{
    [Theory]
    [InlineData("")]
    [InlineData("/a")]
    [InlineData("\\a")]
    [InlineData("c:a")]
    [InlineData("../a")]
    [InlineData("a/../../b")]
    [InlineData("a\\..\\..\\b")]
    [InlineData("a//b")]
    [InlineData("a/Con")]
    [InlineData("a/nul.tar.pdf")]
    [InlineData("a/com1 .pdf")]
    [InlineData("a/LPT³")]
    [InlineData("a./b")]
    [InlineData("a/b ")]
    [InlineData("a/b?")]
    [InlineData("a/\u0001")]
    public void FaultOf_BadPath_IsOne(string path) => Assert.NotNull(FileSystemRules.FaultOf(path));

    [Theory]
    [InlineData("faturas/oi/oi_202601_1.pdf")]
    [InlineData("a b/São Paulo.pdf")]
    [InlineData("console/com10")]
    public void FaultOf_GoodPath_IsNone(string path) => Assert.Null(FileSystemRules.FaultOf(path));

    [Fact]
    public void FaultOf_LongName_IsOne()
    {
        Assert.Null(FileSystemRules.FaultOf(new string('a', 255)));
        Assert.NotNull(FileSystemRules.FaultOf(new string('a', 256)));
        Assert.NotNull(FileSystemRules.FaultOf(new string('é', 128)));
    }
}
