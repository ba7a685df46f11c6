using System.Globalization;

namespace BotPhone.PortalSimulator.Embratel;

/// <summary>The documents as pages that ask to be printed.</summary>
internal sealed class EmbratelSheet(EmbratelPortal embratel)
{
    private const int CallsOnFirstPage = 8;
    private const int CallsOnOtherPages = 28;

    public string Of(SimulatedInvoice invoice, EmbratelDocument document)
    {
        var content = invoice.HasText ? Content(invoice, document) : embratel.Skin.Page("document-picture.html");
        return embratel.Skin.PageWith("document.html", "content", content);
    }

    private string Content(SimulatedInvoice invoice, EmbratelDocument document) => document switch
    {
        EmbratelDocument.Invoice => Filled("document-invoice.html", invoice, document)
            .Replace("%%calls%%", Calls(invoice, 0, CallsOnFirstPage), StringComparison.Ordinal)
            .Replace("%%more%%", More(invoice, EmbratelDocuments.PagesOf(invoice, document)), StringComparison.Ordinal),
        EmbratelDocument.Boleto => Filled("document-boleto.html", invoice, document).Replace("%%bars%%", Bars(invoice.Line), StringComparison.Ordinal),
        _ => Filled("document-note.html", invoice, document).Replace("%%key%%", Key(invoice, document), StringComparison.Ordinal),
    };

    private string Filled(string file, SimulatedInvoice invoice, EmbratelDocument document) => embratel.Skin.Page(file,
        ("title", embratel.Texts.Documents[document]), ("client", invoice.Client.Name), ("cnpj", Cnpj.Format(invoice.Client.Cnpj)), ("account", invoice.ShownAccount),
        ("month", Brazil.Month(invoice.Month)), ("due", Brazil.Date(invoice.DueDate)), ("amount", Brazil.Money(invoice.Amount)), ("line", Spaced(invoice.Line)),
        ("issued", Brazil.Date(invoice.Month)), ("number", EmbratelDocuments.NumberOf(invoice, document)), ("pages", Text(EmbratelDocuments.PagesOf(invoice, document))),
        ("tax", Brazil.Money(Math.Round(invoice.Amount * (document == EmbratelDocument.Icms ? 0.20m : 0.05m), 2))));

    // Telecommunication is what ICMS is charged on, and what an NFCom is for.
    private string Key(SimulatedInvoice invoice, EmbratelDocument document) =>
        document == EmbratelDocument.Icms && invoice.IsNfcom ? embratel.Skin.Page("document-key.html", ("key", Brazil.AccessKey(invoice.AccessKey))) : "";

    private string More(SimulatedInvoice invoice, int pages) => string.Concat(Enumerable.Range(2, pages - 1).Select(page =>
        embratel.Skin.PageWith("document-more.html", "calls", Calls(invoice, page * CallsOnOtherPages, CallsOnOtherPages),
            ("account", invoice.ShownAccount), ("page", Text(page)), ("pages", Text(pages)))));

    private string Calls(SimulatedInvoice invoice, int first, int count) => string.Concat(Enumerable.Range(first, count).Select(i => embratel.Skin.Page(
        "document-call.html",
        ("date", Brazil.Date(invoice.Month.AddDays(i * 3 % 28))),
        ("number", Text($"(11) 5550-{((invoice.DueDate.DayNumber * 7) + (i * 131)) % 10000:0000}")),
        ("length", Text($"{(i * 2 % 50) + 1:00} min {(i * 13) % 60:00} s")))));

    /// <summary>Bars whose widths follow the digits: for the eye, not for a reader.</summary>
    private static string Bars(string line)
    {
        var at = 0;
        return string.Concat(line.Select((digit, i) =>
        {
            var width = 1 + ((digit - '0') % 3);
            var bar = Text($"<rect x=\"{at}\" y=\"0\" width=\"{width}\" height=\"46\"/>");
            at += width + 2 + (i % 2);
            return bar;
        }));
    }

    private static string Spaced(string line) => line.Length == 47
        ? $"{line[..5]}.{line[5..10]} {line[10..15]}.{line[15..21]} {line[21..26]}.{line[26..32]} {line[32]} {line[33..]}"
        : string.Join(' ', line.Chunk(12).Select(block => $"{new string(block[..11])}-{block[11]}"));

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Text(FormattableString text) => FormattableString.Invariant(text);
}
