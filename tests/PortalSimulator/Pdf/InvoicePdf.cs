using System.Security.Cryptography;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Writer;

namespace BotPhone.PortalSimulator.Pdf;

/// <summary>Draws an invoice of any portal on one page.</summary>
internal static class InvoicePdf
{
    private static readonly byte[] Regular = Embedded.Bytes("Pdf/Fonts/DejaVuSansCondensed.ttf");
    private static readonly byte[] Bold = Embedded.Bytes("Pdf/Fonts/DejaVuSansCondensed-Bold.ttf");

    public static byte[] Draw(SimulatedInvoice invoice)
    {
        using var document = new PdfDocumentBuilder { DocumentInformation = { Title = "Fatura" } };
        var page = document.AddPage(PageSize.A4);
        if (invoice.HasText)
            new InvoiceSheet(page, document.AddTrueTypeFont(Regular), document.AddTrueTypeFont(Bold)).Draw(invoice);
        else
            Drawing.Draw(page, invoice.DueDate.DayNumber);
        return WithFixedId(document.Build());
    }

    /// <summary>The library gives each file a random identifier, at its end; from its contents instead, the same invoice is always the same file.</summary>
    private static byte[] WithFixedId(byte[] pdf)
    {
        const int HexDigits = 32;
        var start = pdf.AsSpan().LastIndexOf("/ID ["u8);
        var id = Convert.ToHexString(SHA256.HashData(pdf.AsSpan(0, start)))[..HexDigits].Select(digit => (byte)digit).ToArray();
        for (var at = pdf.AsSpan(start).IndexOf((byte)'<') + start; pdf[at] == '<'; at += HexDigits + 2)
            id.CopyTo(pdf, at + 1);
        return pdf;
    }
}
