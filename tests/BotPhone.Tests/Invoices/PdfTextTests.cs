using System.IO.Compression;
using System.Text;
using BotPhone.Invoices;
using BotPhone.Sdk;
using BotPhone.Tests.Kit;

namespace BotPhone.Tests.Invoices;

public sealed class PdfTextTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Read_StreamThatUnpacksWithoutEnd_IsNoInvoice(int layers)
    {
        var bomb = new byte[300 * 1024 * 1024];
        Array.Fill(bomb, (byte)' ');
        for (var layer = 0; layer < layers; layer++) bomb = Pack(bomb);
        var before = GC.GetTotalAllocatedBytes();
        var failure = Assert.Throws<OperatorException>(() => PdfText.Read(Write(bomb, layers)));
        Assert.Equal((ErrorCode.WrongInvoice, "o PDF descomprime para mais de 256 MiB: não é uma fatura"), (failure.Code, failure.Message));
        Assert.InRange(GC.GetTotalAllocatedBytes() - before, 0, 64 * 1024 * 1024);
    }

    [Fact]
    public void Read_PackedText_IsTheText() =>
        Assert.Contains("Vencimento", PdfText.Read(Write(Pack("BT /F1 12 Tf 50 700 Td (Vencimento) Tj ET"u8.ToArray()), layers: 1)), StringComparison.Ordinal);

    private static byte[] Pack(byte[] content)
    {
        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.Optimal)) zlib.Write(content);
        return packed.ToArray();
    }

    // A page whose content is this stream.
    private string Write(byte[] content, int layers)
    {
        var filters = string.Concat(Enumerable.Repeat("/FlateDecode ", layers));
        using var pdf = new MemoryStream();
        var places = new List<long>();
        Text("%PDF-1.4\n");
        Item("<< /Type /Catalog /Pages 2 0 R >>");
        Item("<< /Type /Pages /Kids [3 0 R] /Count 1 >>");
        Item("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>");
        places.Add(pdf.Position);
        Text($"4 0 obj\n<< /Length {content.Length} /Filter [{filters}] >>\nstream\n");
        pdf.Write(content);
        Text("\nendstream\nendobj\n");
        Item("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>");
        var start = pdf.Position;
        Text($"xref\n0 {places.Count + 1}\n0000000000 65535 f \n{string.Concat(places.Select(place => $"{place:0000000000} 00000 n \n"))}");
        Text($"trailer\n<< /Size {places.Count + 1} /Root 1 0 R >>\nstartxref\n{start}\n%%EOF\n");
        var file = _folder.File("fatura.pdf");
        File.WriteAllBytes(file, pdf.ToArray());
        return file;

        void Text(string text) => pdf.Write(Encoding.Latin1.GetBytes(text));

        void Item(string body)
        {
            places.Add(pdf.Position);
            Text($"{places.Count} 0 obj\n{body}\nendobj\n");
        }
    }
}
