using System.Text;
using BotPhone.Sdk;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Exceptions;

namespace BotPhone.Invoices;

/// <summary>The text of a PDF, after its bytes have shown that it is a whole one.</summary>
internal static class PdfText
{
    private const int HeadLength = 1024;
    private const int TailLength = 2048;

    /// <exception cref="OperatorException">The file is empty, no PDF, cut short or locked.</exception>
    public static string Read(string file)
    {
        CheckBytes(file);
        try
        {
            using var document = PdfDocument.Open(file, new ParsingOptions { FilterProvider = new BoundedFilters() });
            var text = new StringBuilder();
            foreach (var page in document.GetPages()) text.AppendJoin(' ', page.GetWords().Select(word => word.Text)).AppendLine();
            return text.ToString();
        }
        catch (PdfDocumentEncryptedException exception)
        {
            throw new OperatorException(ErrorCode.ProtectedFile, ErrorCode.ProtectedFile.Explanation, exception);
        }
        catch (Exception exception) when (exception is PdfDocumentFormatException or InvalidOperationException or ArgumentException
            or NotSupportedException or KeyNotFoundException or FormatException or IndexOutOfRangeException or NullReferenceException)
        {
            throw new OperatorException(ErrorCode.NotPdf, "o arquivo começa como um PDF, mas não abre", exception);
        }
    }

    /// <exception cref="OperatorException">The file is empty, no PDF, or cut short.</exception>
    public static void CheckBytes(string file)
    {
        using var content = File.OpenRead(file);
        if (content.Length == 0) throw new OperatorException(ErrorCode.EmptyFile);

        var head = Read(content, 0, HeadLength);
        if (!head.Contains("%PDF-", StringComparison.Ordinal))
            throw new OperatorException(ErrorCode.NotPdf, $"o arquivo recebido não é um PDF: {Kind(head)}");
        if (!Read(content, Math.Max(0, content.Length - TailLength), TailLength).Contains("%%EOF", StringComparison.Ordinal))
            throw new OperatorException(ErrorCode.TruncatedFile, $"o PDF veio sem o fim ({content.Length} bytes)");
    }

    private static string Read(FileStream content, long from, int length)
    {
        var bytes = new byte[length];
        content.Position = from;
        return Encoding.Latin1.GetString(bytes, 0, content.ReadAtLeast(bytes, length, throwOnEndOfStream: false));
    }

    private static string Kind(string head) => head.TrimStart('\u00EF', '\u00BB', '\u00BF', ' ', '\r', '\n', '\t') switch
    {
        ['<', ..] => "veio uma página HTML",
        ['{' or '[', ..] => "veio um texto JSON",
        ['P', 'K', ..] => "veio um arquivo ZIP",
        _ => "o conteúdo é outro",
    };
}
