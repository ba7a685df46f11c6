using BotPhone.Invoices.Febraban;
using BotPhone.Sdk;

namespace BotPhone.Invoices;

/// <summary>Finds the invoice in what a portal gave, and proves it: a PDF, a FEBRABAN text file, or a ZIP with either or both.</summary>
internal static class InvoiceCheck
{
    /// <exception cref="OperatorException">The file is not what was expected.</exception>
    public static Task<ProvenInvoice> RunAsync(ExpectedInvoice expected, DownloadedFile file, CancellationToken cancellation) => Task.Run(
        () => InvoiceZip.Is(file.Path) ? Chosen(InvoiceZip.Unpack(file.Path), expected) : Proven(file.Path, expected), cancellation);

    private static ProvenInvoice Proven(string path, ExpectedInvoice expected)
    {
        if (FebrabanFile.Is(path)) return FebrabanProof.Prove(path, expected);
        var text = PdfText.Read(path);
        var note = InvoiceProof.Check(text, expected);
        var verified = new VerifiedInvoice(expected, path, new FileInfo(path).Length, FileHash.Of(path));
        return new ProvenInvoice(verified, InvoiceReader.Read(text, expected), note);
    }

    // Among several files the invoice is known by what it says, never by its name. A PDF and a text file of it go together: the PDF is kept.
    private static ProvenInvoice Chosen(IReadOnlyList<string> files, ExpectedInvoice expected)
    {
        if (files.Count == 0) throw new OperatorException(ErrorCode.InvalidZip, "o arquivo ZIP está vazio");
        if (files is [var only]) return Proven(only, expected);
        var right = files.Select(file => Known(file, expected)).OfType<ProvenInvoice>().DistinctBy(proven => proven.Verified.Sha256).OrderBy(proven => proven.IsText).ToList();
        return right switch
        {
            [var one] => one,
            [{ IsText: false } pdf, { IsText: true } text] => pdf.With(text),
            [] => throw new OperatorException(ErrorCode.WrongInvoice, $"nenhum dos {files.Count} arquivos do ZIP é a fatura pedida"),
            _ => throw new OperatorException(ErrorCode.WrongInvoice, "mais de um arquivo do ZIP parece ser a fatura pedida"),
        };
    }

    // Null is another document, or none at all; a PDF without text is never known.
    private static ProvenInvoice? Known(string file, ExpectedInvoice expected)
    {
        try
        {
            return Proven(file, expected) is { } proven && proven.Note != InvoiceProof.NoText ? proven : null;
        }
        catch (OperatorException)
        {
            return null;
        }
    }
}
