using System.Globalization;
using System.Text;

namespace BotPhone.Sdk.Testing;

/// <summary>Small real PDFs.</summary>
public static class TestPdf
{
    /// <summary>Makes a PDF of one page whose text can be read, for example an invoice that the server would accept.</summary>
    /// <param name="lines">The page's lines, for example <c>CNPJ: 11.222.333/0001-81</c> and <c>Vencimento: 10/01/2026</c>; none makes a page without text, as a scan is.</param>
    public static byte[] Of(params string[] lines)
    {
        ArgumentNullException.ThrowIfNull(lines);
        var content = $"BT /F1 12 Tf 16 TL 40 780 Td {string.Join(" T* ", lines.Select(line => $"({Escaped(line)}) Tj"))} ET";
        return Assemble(
        [
            "<< /Type /Catalog /Pages 2 0 R >>",
            "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>",
            $"<< /Length {content.Length} >>\nstream\n{content}\nendstream",
            "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
        ]);
    }

    private static byte[] Assemble(string[] objects)
    {
        var pdf = new StringBuilder("%PDF-1.4\n");
        var offsets = new List<int>();
        for (var i = 0; i < objects.Length; i++)
        {
            offsets.Add(pdf.Length);
            pdf.Append(CultureInfo.InvariantCulture, $"{i + 1} 0 obj\n{objects[i]}\nendobj\n");
        }

        var start = pdf.Length;
        pdf.Append(CultureInfo.InvariantCulture, $"xref\n0 {objects.Length + 1}\n0000000000 65535 f \n");
        foreach (var offset in offsets) pdf.Append(CultureInfo.InvariantCulture, $"{offset:D10} 00000 n \n");
        pdf.Append(CultureInfo.InvariantCulture, $"trailer << /Size {objects.Length + 1} /Root 1 0 R >>\nstartxref\n{start}\n%%EOF\n");
        return Encoding.Latin1.GetBytes(pdf.ToString());
    }

    private static string Escaped(string line) => line
        .Replace(@"\", @"\\", StringComparison.Ordinal)
        .Replace("(", @"\(", StringComparison.Ordinal)
        .Replace(")", @"\)", StringComparison.Ordinal);
}
