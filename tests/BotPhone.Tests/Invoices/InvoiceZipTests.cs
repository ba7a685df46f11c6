using System.IO.Compression;
using BotPhone.Invoices;
using BotPhone.Sdk;
using BotPhone.Tests.Kit;

namespace BotPhone.Tests.Invoices;

/// <summary>A ZIP in the place of a PDF.</summary>
public sealed class InvoiceZipTests : IDisposable
{
    private static readonly ExpectedInvoice Expected = new(Cnpj.Parse("11.222.333/0001-81"), "1234-5678", new DateOnly(2026, 1, 10));
    private static readonly byte[] Right = Pdf.With("CNPJ: 11.222.333/0001-81", "Vencimento: 10/01/2026");
    private static readonly byte[] Wrong = Pdf.With("CNPJ: 12.345.678/0001-95", "Vencimento: 10/01/2026");
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task One_file_is_the_invoice() => Assert.Equal(Right.Length, (await VerifyAsync(("f.pdf", Right))).Verified.Size);

    [Fact]
    public async Task Of_several_the_one_that_says_so_is_chosen_whatever_their_names() =>
        Assert.Equal(Right.Length, (await VerifyAsync(("fatura.pdf", Wrong), ("leia-me.txt", "oi"u8.ToArray()), ("outro.pdf", Right))).Verified.Size);

    [Fact]
    public async Task None_of_several_is_divergent() =>
        Assert.Contains("nenhum dos 2", await FailsAsync(ErrorCode.WrongInvoice, ("a.pdf", Wrong), ("b.pdf", Wrong)), StringComparison.Ordinal);

    [Fact]
    public async Task Two_different_ones_that_would_do_are_divergent() => await FailsAsync(
        ErrorCode.WrongInvoice, ("a.pdf", Right), ("b.pdf", Pdf.With("CNPJ: 11.222.333/0001-81", "Vencimento: 10/01/2026", "segunda via")));

    [Theory]
    [InlineData("../fatura.pdf")]
    [InlineData("/tmp/fatura.pdf")]
    [InlineData("a/../../fatura.pdf")]
    [InlineData("..\\fatura.pdf")]
    public async Task A_name_that_leaves_the_folder_is_refused(string name) => await FailsAsync(ErrorCode.InvalidZip, (name, Right));

    [Fact]
    public async Task An_empty_one_is_refused() => await FailsAsync(ErrorCode.InvalidZip);

    [Fact]
    public async Task More_than_anyone_needs_is_refused_before_it_is_on_the_disk() =>
        await FailsAsync(ErrorCode.InvalidZip, ("bomba.pdf", new byte[201 * 1024 * 1024]));

    [Fact]
    public async Task A_damaged_one_is_refused()
    {
        var zip = Zip(("f.pdf", Right));
        await File.WriteAllBytesAsync(zip, (await File.ReadAllBytesAsync(zip))[..^40]);
        Assert.Same(ErrorCode.InvalidZip, (await Assert.ThrowsAsync<OperatorException>(() => VerifyAsync(zip))).Code);
    }

    private async Task<string> FailsAsync(ErrorCode code, params (string Name, byte[] Content)[] files)
    {
        var failure = await Assert.ThrowsAsync<OperatorException>(() => VerifyAsync(files));
        Assert.Same(code, failure.Code);
        return failure.Message;
    }

    private Task<ProvenInvoice> VerifyAsync(params (string Name, byte[] Content)[] files) => VerifyAsync(Zip(files));

    private static Task<ProvenInvoice> VerifyAsync(string zip) => InvoiceCheck.RunAsync(Expected, new DownloadedFile(zip, "faturas.zip"), default);

    private string Zip(params (string Name, byte[] Content)[] files)
    {
        var path = _folder.File($"{Guid.NewGuid():N}.zip");
        using var zip = ZipFile.Open(path, ZipArchiveMode.Create);
        foreach (var (name, content) in files)
        {
            using var entry = zip.CreateEntry(name).Open();
            entry.Write(content);
        }

        return path;
    }
}
