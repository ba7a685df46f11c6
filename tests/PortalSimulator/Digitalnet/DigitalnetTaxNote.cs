using BotPhone.PortalSimulator.Pdf;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Writer;

namespace BotPhone.PortalSimulator.Digitalnet;

/// <summary>Draws the tax note that comes with a boleto, a document of its own.</summary>
internal static class DigitalnetTaxNote
{
    private const double Left = 48;
    private static readonly byte[] Font = Embedded.Bytes("Pdf/Fonts/DejaVuSansCondensed.ttf");

    public static ReadOnlyMemory<byte> Of(SimulatedInvoice invoice)
    {
        using var document = new PdfDocumentBuilder { DocumentInformation = { Title = "Nota fiscal" } };
        var page = document.AddPage(PageSize.A4);
        if (invoice.HasText)
            Write(page, document.AddTrueTypeFont(Font), invoice);
        else
            Drawing.Draw(page, invoice.DueDate.DayNumber + 1);
        return document.Build();
    }

    private static void Write(PdfPageBuilder page, PdfDocumentBuilder.AddedFont font, SimulatedInvoice invoice)
    {
        page.SetStrokeColor(90, 90, 90);
        page.DrawRectangle(new PdfPoint(Left - 8, 690), 515, 110);
        var y = 800.0;
        foreach (var (text, size) in Lines(invoice))
            page.AddText(text, size, new PdfPoint(Left, y -= size + 9), font);
    }

    private static IEnumerable<(string Text, double Size)> Lines(SimulatedInvoice invoice) =>
    [
        ("DANFE-COM", 14),
        ("Documento auxiliar da nota fiscal fatura de serviço de comunicação eletrônica", 9),
        ($"Emitente: {invoice.Issuer}", 10),
        ($"NFCom nº {Brazil.TaxNote(invoice.TaxNote)}   Série 001", 10),
        ($"Chave de acesso: {Brazil.AccessKey(invoice.AccessKey)}", 9),
        ("Documento fictício, sem valor fiscal.", 8),
        ("", 12),
        ($"Tomador: {invoice.Client.Name}", 11),
        ($"CNPJ: {Cnpj.Format(invoice.Client.Cnpj)}", 10),
        ($"Contrato: {invoice.ShownAccount}", 10),
        ($"Referência: {Brazil.Month(invoice.Month)}", 10),
        ($"Vencimento da fatura: {Brazil.Date(invoice.DueDate)}", 10),
        ("", 12),
        ($"Serviço de comunicação multimídia   1 un.   {Brazil.Money(invoice.Amount)}", 10),
        ($"Valor total da nota: {Brazil.Money(invoice.Amount)}", 12),
    ];
}
