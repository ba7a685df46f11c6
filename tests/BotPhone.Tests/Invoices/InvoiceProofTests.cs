using System.Text;
using BotPhone.Invoices;
using BotPhone.Sdk;
using BotPhone.Tests.Kit;

namespace BotPhone.Tests.Invoices;

/// <summary>No verified file, no COMPLETED.</summary>
public sealed class InvoiceProofTests : IDisposable
{
    private static readonly ExpectedInvoice Expected = new(Cnpj.Parse("11.222.333/0001-81"), "1234-5678", new DateOnly(2026, 1, 10));
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("CNPJ: 11.222.333/0001-81", "Vencimento: 10/01/2026")]
    [InlineData("11222333000181", "Vencimento 10/01/2026")]
    [InlineData("Conta 12345678", "VENCIMENTO: 10/01/2026")]
    [InlineData("Conta: 1234-5678", "Vence em 10/01/2026", "Emissao 01/01/2026")]
    [InlineData("Conta: 1234 5678", "Pague ate 10/01/2026")]
    public void Check_TheRightInvoice_Passes(params string[] lines) => Assert.Null(Check(Pdf.With(lines)));

    [Theory]
    [InlineData("CNPJ: 12.345.678/0001-95", "Conta 87654321", "Vencimento: 10/01/2026")]
    [InlineData("Conta 112345678", "Vencimento: 10/01/2026")]
    [InlineData("Conta 123456789", "Vencimento: 10/01/2026")]
    [InlineData("CNPJ: 11.222.333/0001-81", "Vencimento: 10/02/2026")]
    [InlineData("CNPJ: 11.222.333/0001-81", "Vencimento: 10/02/2026", "Emissao: 10/01/2026")]
    [InlineData("CNPJ: 11.222.333/0001-81", "sem data")]
    public void Check_AnotherClientsOrMonths_IsDivergent(params string[] lines) => Fails(ErrorCode.WrongInvoice, Pdf.With(lines));

    [Fact]
    public void Check_WithoutText_PassesWithANote() => Assert.Equal(InvoiceProof.NoText, Check(Pdf.With()));

    [Fact]
    public void Check_Empty_IsEmpty() => Fails(ErrorCode.EmptyFile, []);

    [Theory]
    [InlineData("<!doctype html><html><body>Erro</body></html>", "HTML")]
    [InlineData("\n {\"erro\":\"x\"}", "JSON")]
    [InlineData("PK\u0003\u0004", "ZIP")]
    [InlineData("qualquer coisa", "outro")]
    public void Check_SomethingElse_IsNoPdfAndSaysWhatCame(string content, string kind) =>
        Assert.Contains(kind, Fails(ErrorCode.NotPdf, Encoding.UTF8.GetBytes(content)).Message, StringComparison.Ordinal);

    [Fact]
    public void Check_CutShort_IsTruncated()
    {
        var whole = Pdf.With("CNPJ: 11.222.333/0001-81", "Vencimento: 10/01/2026");
        Fails(ErrorCode.TruncatedFile, whole[..(whole.Length / 2)]);
    }

    [Fact]
    public void Check_PdfInNameOnly_DoesNotOpen() => Fails(ErrorCode.NotPdf, Encoding.Latin1.GetBytes("%PDF-1.7\nnonsense\n%%EOF\n"));

    private string? Check(byte[] content) => InvoiceProof.Check(PdfText.Read(File(content)), Expected);

    private OperatorException Fails(ErrorCode code, byte[] content)
    {
        var failure = Assert.Throws<OperatorException>(() => Check(content));
        Assert.Same(code, failure.Code);
        return failure;
    }

    private string File(byte[] content)
    {
        var path = _folder.File("fatura.pdf");
        System.IO.File.WriteAllBytes(path, content);
        return path;
    }
}
