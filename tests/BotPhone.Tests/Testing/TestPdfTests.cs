using BotPhone.Invoices;
using BotPhone.Sdk.Testing;
using BotPhone.Tests.Kit;

namespace BotPhone.Tests.Testing;

public sealed class TestPdfTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Of_Lines_AreReadInTheirOrder()
    {
        var file = await WriteAsync(TestPdf.Of("Situação: (em aberto)", @"Número \ 7"));
        Assert.Equal(@"Situação: (em aberto) Número \ 7", PdfText.Read(file).Trim());
    }

    [Fact]
    public async Task Of_Nothing_HasNoText() => Assert.Empty(PdfText.Read(await WriteAsync(TestPdf.Of())).Trim());

    [Fact]
    public async Task Of_Lines_IsWhatOtherReadersTakeWithoutAWarning()
    {
        var checking = await Command.RunAsync("qpdf", ["--check", await WriteAsync(TestPdf.Of("ação", "b"))], "", new Dictionary<string, string>());
        Assert.True(checking.ExitCode == 0, checking.Output + checking.Error);
    }

    private async Task<string> WriteAsync(byte[] pdf)
    {
        await File.WriteAllBytesAsync(_folder.File("a.pdf"), pdf);
        return _folder.File("a.pdf");
    }
}
