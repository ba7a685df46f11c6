using System.IO.Compression;
using System.Text;
using BotPhone.Invoices;
using BotPhone.PortalSimulator;
using BotPhone.PortalSimulator.Oi;
using BotPhone.PortalSimulator.Vivo;
using BotPhone.Sdk;
using BotPhone.Tests.Kit;

namespace BotPhone.Tests.Invoices.Febraban;

/// <summary>A telecom text file proves an invoice as a PDF does, and fills its fields.</summary>
public class FebrabanProofTests
{
    [Fact]
    public void Every_made_up_invoice_as_a_text_file_is_read_whole()
    {
        foreach (var invoice in OiData.Invoices.Concat(VivoData.Invoices))
        {
            var proven = new TextFile(invoice).Prove();
            Assert.Equal((Whole(invoice), null, true), (proven.Fields, proven.Note, proven.IsText));
        }
    }

    [Theory]
    [InlineData("Latin-1", "\n")]
    [InlineData("Latin-1", "\r\n")]
    [InlineData("UTF-8", "\n")]
    [InlineData("UTF-8", "\r\n")]
    [InlineData("UTF-8 with its mark", "\r\n")]
    public void Whatever_the_encoding_and_the_ends_of_lines_it_is_read(string encoding, string end)
    {
        var file = new TextFile();
        var bytes = file.Bytes(encoding == "Latin-1" ? Encoding.Latin1 : new UTF8Encoding(false), end);
        if (encoding.EndsWith("mark", StringComparison.Ordinal)) bytes = [.. Encoding.UTF8.GetPreamble(), .. bytes];
        Assert.Equal(Whole(file.Invoice), TextFile.Prove(bytes, file.Expected).Fields);
        Assert.Equal(Whole(file.Invoice), TextFile.Prove(bytes[..^end.Length], file.Expected).Fields);
    }

    [Fact]
    public void The_account_alone_proves_it_also_as_a_resource()
    {
        var file = new TextFile().With(0, 149, "012345678000195");
        Assert.Null(file.Prove().Fields.Cnpj);
        Assert.Equal("11300050001", TextFile.Prove(file.Bytes(), file.Expected with { Account = "(11) 3000-50001" }).Fields.Account);
        Fails(ErrorCode.WrongInvoice, "nem a conta 1130005", file.Bytes(), file.Expected with { Account = "1130005" });
    }

    [Fact]
    public void Another_due_date_is_another_invoice()
    {
        var file = new TextFile();
        Fails(ErrorCode.WrongInvoice, "traz o vencimento 10/01/2026, e o portal mostrou 10/02/2026", file.Bytes(), file.Expected with { DueDate = new(2026, 2, 10) });
    }

    [Fact]
    public void The_bars_may_stand_there_in_the_place_of_the_line()
    {
        var file = new TextFile();
        var whole = Whole(file.Invoice);
        Assert.Equal(whole, file.With(0, 184, whole.Barcode!.PadRight(50)).Prove().Fields);
    }

    [Fact]
    public void Bars_that_contradict_the_total_leave_both_unread()
    {
        var other = OiData.OneDigitApart.Expected!;
        var fields = new TextFile().With(0, 184, other.Line).Prove().Fields;
        Assert.Equal((null, null, null), (fields.Amount, fields.Line, fields.Barcode));
    }

    [Fact]
    public void Two_numbers_of_tax_notes_are_none()
    {
        var file = new TextFile();
        var note = file.Line(TextFile.Note);
        Assert.Null(Renumbered(file.Change(lines => lines.Insert(TextFile.Note, note[..108] + "000000000007" + note[120..]))).Prove().Fields.TaxNote);
    }

    [Fact]
    public async Task Beside_its_PDF_it_adds_what_the_PDF_does_not_say()
    {
        var file = new TextFile(OiData.Invoices.Single(one => one.Account == "2100345678" && one.DueDate == new DateOnly(2025, 1, 10)));
        var proven = await OfZipAsync(file.Expected, ("a.txt", file.Bytes()), ("b.pdf", file.Invoice.Pdf.ToArray()));
        Assert.Equal((file.Invoice.Sha256, false), (proven.Verified.Sha256, proven.IsText));
        Assert.Equal(Whole(file.Invoice), proven.Fields);
    }

    [Fact]
    public async Task What_it_and_its_PDF_do_not_agree_on_is_unread()
    {
        var file = new TextFile();
        var proven = await OfZipAsync(file.Expected, ("a.txt", file.With(TextFile.Note, 108, "000000000007").Bytes()), ("b.pdf", file.Invoice.Pdf.ToArray()));
        Assert.Equal(Whole(file.Invoice) with { TaxNote = null, AccessKey = file.Invoice.AccessKey }, proven.Fields);
    }

    [Fact]
    public async Task Beside_another_ones_PDF_or_a_picture_it_is_the_invoice()
    {
        var file = new TextFile(OiData.WithoutText.Expected);
        var proven = await OfZipAsync(file.Expected, ("a.pdf", file.Invoice.Pdf.ToArray()), ("b.pdf", OiData.Simple.Expected!.Pdf.ToArray()), ("c.txt", file.Bytes()));
        Assert.Equal((true, Whole(file.Invoice)), (proven.IsText, proven.Fields));
    }

    [Fact]
    public void A_key_says_what_the_file_is()
    {
        var proven = new TextFile().Prove();
        Assert.Equal("faturas/oi/a.b/oi_1.txt", proven.Named(StorageKey.Parse("faturas/oi/a.b/oi_1.pdf")).Value);
        Assert.Equal("faturas/oi_1.pdf", (proven with { IsText = false }).Named(StorageKey.Parse("faturas/oi_1.pdf")).Value);
    }

    internal static TextFile Renumbered(TextFile file) => file
        .Change(lines =>
        {
            for (var i = 0; i < lines.Count; i++) lines[i] = $"{lines[i][..2]}{i + 1:000000000000}{lines[i][14..]}";
        })
        .With(file.Count - 1, 89, $"{file.Count:000000000000}");

    private static InvoiceFields Whole(SimulatedInvoice invoice)
    {
        Assert.True(BotPhone.Sdk.Barcode.TryParse(invoice.Line, out var line));
        return new InvoiceFields(
            invoice.DueDate, invoice.Amount, invoice.Month, invoice.Account, invoice.Client.Cnpj, line.Line, line.Code, invoice.TaxNote.TrimStart('0'));
    }

    private static void Fails(ErrorCode code, string message, byte[] content, ExpectedInvoice expected)
    {
        var failure = Assert.Throws<OperatorException>(() => TextFile.Prove(content, expected));
        Assert.Same(code, failure.Code);
        Assert.Contains(message, failure.Message, StringComparison.Ordinal);
    }

    private static async Task<ProvenInvoice> OfZipAsync(ExpectedInvoice expected, params (string Name, byte[] Content)[] files)
    {
        using var folder = new TemporaryFolder();
        var path = folder.File("faturas.zip");
        await using (var bytes = File.Create(path))
        {
            using var zip = new ZipArchive(bytes, ZipArchiveMode.Create);
            foreach (var (name, content) in files)
            {
                await using var entry = zip.CreateEntry(name).Open();
                await entry.WriteAsync(content);
            }
        }

        return await InvoiceCheck.RunAsync(expected, new DownloadedFile(path, "faturas.zip"), default);
    }
}
