using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Writer;

namespace BotPhone.PortalSimulator.Pdf;

/// <summary>The written page of an invoice.</summary>
internal sealed class InvoiceSheet(PdfPageBuilder page, PdfDocumentBuilder.AddedFont regular, PdfDocumentBuilder.AddedFont bold)
{
    private const double Left = 48;
    private const double Right = 547;

    public void Draw(SimulatedInvoice invoice)
    {
        var words = SheetWords.Of(invoice);
        Head(invoice.Issuer);
        Write(Left, 724, invoice.Client.Name, 13, bold);
        Write(Left, 706, $"CNPJ: {Cnpj.Format(invoice.Client.Cnpj)}");
        Write(Left, 690, $"{words.Account}: {invoice.ShownAccount}");
        Totals(invoice, words);
        Calls(invoice);
        if (words.ShowsTaxNote && invoice.IsNfcom) TaxNote(invoice);
        Payment(invoice, words);
    }

    private void Head(string issuer)
    {
        page.SetTextAndFillColor(38, 70, 83);
        page.DrawRectangle(new PdfPoint(0, 778), 595, 64, 1, fill: true);
        page.SetTextAndFillColor(255, 255, 255);
        Write(Left, 803, issuer, 18, bold);
        Write(Right - 150, 803, "Fatura de serviços");
        page.SetTextAndFillColor(30, 30, 30);
    }

    private void Totals(SimulatedInvoice invoice, SheetWords words)
    {
        page.SetStrokeColor(200, 205, 210);
        page.DrawRectangle(new PdfPoint(Left, 618), Right - Left, 52);
        string[] cells =
        [
            $"{words.Month}: {Brazil.Month(invoice.Month)}",
            $"{words.DueDate}: {Brazil.Date(invoice.DueDate)}",
            $"{words.Amount}: {Brazil.Money(invoice.Amount)}",
        ];
        foreach (var (i, cell) in cells.Index())
            Write(Left + 14 + (i * 158), 640, cell, 11, bold);
    }

    private void Calls(SimulatedInvoice invoice)
    {
        Write(Left, 584, "Detalhamento das ligações", 11, bold);
        Rule(576);
        for (var i = 0; i < 8; i++)
        {
            var y = 558 - (i * 16);
            Write(Left, y, $"{Brazil.Date(invoice.Month.AddDays(i * 3))}   {9 + i:00}:{(i * 17) % 60:00}");
            Write(190, y, $"(11) 5550-{((invoice.DueDate.DayNumber * 7) + (i * 131)) % 10000:0000}");
            Write(330, y, i % 3 == 0 ? "Longa distância" : "Ligação local");
            Write(470, y, $"{(i * 2) + 1:00} min {(i * 13) % 60:00} s");
        }
    }

    private void TaxNote(SimulatedInvoice invoice)
    {
        Write(Left, 232, $"NFCom nº {Brazil.TaxNote(invoice.TaxNote)}   Série 001");
        Write(Left, 214, $"Chave de acesso: {Brazil.AccessKey(invoice.AccessKey)}", 9);
    }

    private void Payment(SimulatedInvoice invoice, SheetWords words)
    {
        Rule(188);
        Write(Left, 166, "Linha digitável para pagamento", 9);
        Write(Left, 146, Spaced(invoice.Line), 11, bold);
        if (words.ShowsBars) Write(Left, 128, $"Código de barras: {Bars(invoice.Line)}", 9);
        Write(Left, 112, "Documento fictício, sem valor de cobrança.", 8);
    }

    private static string Spaced(string line) => line.Length == 47
        ? $"{line[..5]}.{line[5..10]} {line[10..15]}.{line[15..21]} {line[21..26]}.{line[26..32]} {line[32]} {line[33..]}"
        : string.Join(' ', line.Chunk(12).Select(block => $"{new string(block[..11])}-{block[11]}"));

    // What the bars of a line say.
    private static string Bars(string line) => line.Length == 47
        ? line[..4] + line[32..] + line[4..9] + line[10..20] + line[21..31]
        : string.Concat(line.Chunk(12).Select(block => new string(block[..11])));

    private void Rule(double y) => page.DrawLine(new PdfPoint(Left, y), new PdfPoint(Right, y), 0.7);

    private void Write(double x, double y, string text, double size = 10, PdfDocumentBuilder.AddedFont? font = null) =>
        page.AddText(text, size, new PdfPoint(x, y), font ?? regular);
}
