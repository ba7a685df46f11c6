using BotPhone.Sdk;

namespace BotPhone.Invoices;

/// <summary>Finds the invoice in what a portal gave, and proves it.</summary>
internal static class InvoiceCheck
{
    /// <exception cref="OperatorException">The file is not what was expected.</exception>
    public static Task<ProvenInvoice> RunAsync(ExpectedInvoice expected, DownloadedFile file, CancellationToken cancellation) => Task.Run(
        () => InvoiceZip.Is(file.Path) ? Chosen(InvoiceZip.Unpack(file.Path), expected) : Proven(file.Path, expected), cancellation);

    private static ProvenInvoice Proven(string path, ExpectedInvoice expected)
    {
        var text = PdfText.Read(path);
        var note = InvoiceProof.Check(text, expected);
        var verified = new VerifiedInvoice(expected, path, new FileInfo(path).Length, FileHash.Of(path));
        return new ProvenInvoice(verified, InvoiceReader.Read(text, expected), note);
    }

    // Among several files the invoice is known by what it says, never by its name.
    private static ProvenInvoice Chosen(IReadOnlyList<string> files, ExpectedInvoice expected)
    {
        if (files.Count == 0) throw new OperatorException(ErrorCode.InvalidZip, "o arquivo ZIP está vazio");
        if (files is [var only]) return Proven(only, expected);
        var right = files.Where(file => SaysItIs(file, expected)).DistinctBy(FileHash.Of).Take(2).ToList();
        return right switch
        {
            [var one] => Proven(one, expected),
            [] => throw new OperatorException(ErrorCode.WrongInvoice, $"nenhum dos {files.Count} arquivos do ZIP é a fatura pedida"),
            _ => throw new OperatorException(ErrorCode.WrongInvoice, "mais de um arquivo do ZIP parece ser a fatura pedida"),
        };
    }

    private static bool SaysItIs(string file, ExpectedInvoice expected)
    {
        try
        {
            return InvoiceProof.Check(PdfText.Read(file), expected) is null;
        }
        catch (OperatorException)
        {
            // Another document, or none at all.
            return false;
        }
    }
}
