using BotPhone.Invoices;
using BotPhone.PortalSimulator;
using BotPhone.PortalSimulator.Digitalnet;
using BotPhone.PortalSimulator.Embratel;
using BotPhone.PortalSimulator.Oi;
using BotPhone.PortalSimulator.Vivo;

namespace BotPhone.Tests.Invoices.Reading;

/// <summary>Every invoice of every simulated portal that invoices come from, in every look that it has.</summary>
internal static class Papers
{
    public static IReadOnlyList<Paper> All { get; } =
    [
        .. OiData.Invoices.Select(invoice => Of("OI", invoice, () => [invoice.Pdf.ToArray()], NfcomOf(invoice))),
        .. VivoData.Invoices.Select(invoice => Of("VIVO", invoice, () => [invoice.Pdf.ToArray()], (null, null))),
        .. DigitalnetData.Invoices.Select(invoice => Of(
            "DIGITALNET", invoice, () => [invoice.Pdf.ToArray(), DigitalnetData.TaxNoteOf(invoice).ToArray()], (invoice.TaxNote, invoice.AccessKey))),
        .. EmbratelData.Invoices.Select(invoice => OfEmbratel(invoice, Skin.A)),
        .. EmbratelData.Invoices.Select(invoice => OfEmbratel(invoice, Skin.B)),
    ];

    /// <summary>Those that have a text.</summary>
    public static IReadOnlyList<Paper> Readable { get; } = [.. All.Where(paper => paper.Invoice.HasText)];

    private static Paper OfEmbratel(SimulatedInvoice invoice, Skin skin)
    {
        var documents = EmbratelData.DocumentsOf(invoice).Select(one => one.Document).ToList();
        var icms = documents.Contains(EmbratelDocument.Icms);
        var number = (icms, documents.Contains(EmbratelDocument.Iss)) switch
        {
            (true, false) => invoice.TaxNote,
            (false, true) => invoice.TaxNote[^5..],
            // Two notes have two numbers.
            _ => null,
        };
        var paper = Of($"EMBRATEL {skin}", invoice, () => [.. EmbratelData.PagesOf(invoice, skin).Select(PrintedPage.Of)], (number, icms ? NfcomOf(invoice).Key : null));
        return skin == Skin.A || !invoice.HasText ? paper : paper with { Printed = paper.Printed with { Month = null } };
    }

    private static (string? Number, string? Key) NfcomOf(SimulatedInvoice invoice) => invoice.IsNfcom ? (invoice.TaxNote, invoice.AccessKey) : (null, null);

    private static Paper Of(string look, SimulatedInvoice invoice, Func<IReadOnlyList<byte[]>> pdfs, (string? Number, string? Key) note) => new(
        look,
        invoice,
        invoice.HasText
            ? new InvoiceFields(
                invoice.DueDate, invoice.Amount, invoice.Month, invoice.Account, invoice.Client.Cnpj, invoice.Line, BarsOf(invoice.Line), note.Number, note.Key)
            : InvoiceFields.Unread,
        pdfs);

    private static string BarsOf(string line) => line.Length == 47
        ? line[..4] + line[32..] + line[4..9] + line[10..20] + line[21..31]
        : string.Concat(line.Chunk(12).Select(block => new string(block[..11])));
}
