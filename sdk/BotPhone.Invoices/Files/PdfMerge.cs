using BotPhone.Sdk;
using UglyToad.PdfPig.Writer;

namespace BotPhone.Invoices;

/// <summary>Puts PDFs behind one another.</summary>
internal static class PdfMerge
{
    /// <exception cref="OperatorException">One of them is no whole PDF.</exception>
    public static DownloadedFile Of(IReadOnlyList<DownloadedFile> pdfs)
    {
        ArgumentOutOfRangeException.ThrowIfZero(pdfs.Count);
        foreach (var pdf in pdfs) PdfText.Read(pdf.Path);
        var path = Path.Combine(Path.GetDirectoryName(pdfs[0].Path)!, $"{Guid.NewGuid():N}.pdf");
        File.WriteAllBytes(path, PdfMerger.Merge(pdfs.Select(pdf => pdf.Path).ToArray()));
        return new DownloadedFile(path, pdfs[0].SuggestedName);
    }
}
