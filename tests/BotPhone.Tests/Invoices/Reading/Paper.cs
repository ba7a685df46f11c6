using BotPhone.Invoices;
using BotPhone.PortalSimulator;
using BotPhone.Sdk;
using BotPhone.Tests.Kit;

namespace BotPhone.Tests.Invoices.Reading;

/// <summary>An invoice as a portal hands it over, and what is printed on it.</summary>
/// <param name="Look">The portal, and its skin where that makes another document.</param>
/// <param name="Invoice">The made-up invoice.</param>
/// <param name="Printed">What a reader finds; null is what this look does not print, or prints with two values.</param>
/// <param name="Pdfs">The documents that belong to it, in order.</param>
internal sealed record Paper(string Look, SimulatedInvoice Invoice, InvoiceFields Printed, Func<IReadOnlyList<byte[]>> Pdfs)
{
    private readonly Lazy<string> _text = new(() => TextOf(Pdfs()));

    public ExpectedInvoice Expected { get; } = new(BotPhone.Sdk.Cnpj.Parse(Invoice.Client.Cnpj), Invoice.ShownAccount, Invoice.DueDate);

    /// <summary>What the product reads from the file: of several documents, after it has merged them.</summary>
    public string Text => _text.Value;

    /// <summary>What a job would tell of a file with this text: nothing, when it does not pass as the invoice.</summary>
    public InvoiceFields Read(string text)
    {
        try
        {
            InvoiceProof.Check(text, Expected);
        }
        catch (OperatorException refused) when (refused.Code == ErrorCode.WrongInvoice)
        {
            return InvoiceFields.Unread;
        }

        return InvoiceReader.Read(text, Expected);
    }

    public override string ToString() => $"{Look} {Invoice.Code}";

    private static string TextOf(IReadOnlyList<byte[]> pdfs)
    {
        using var folder = new TemporaryFolder();
        var files = pdfs.Select((pdf, i) =>
        {
            var file = folder.File($"{i}.pdf");
            File.WriteAllBytes(file, pdf);
            return new DownloadedFile(file, "fatura.pdf");
        }).ToList();
        return PdfText.Read(files is [var only] ? only.Path : PdfMerge.Of(files).Path);
    }
}
