using System.Globalization;

namespace BotPhone.PortalSimulator.Embratel;

/// <summary>The pieces of the invoices' page: the list of a month, and the documents of one invoice.</summary>
internal sealed class EmbratelPieces(EmbratelPortal embratel, SimulatedLogin login)
{
    private readonly EmbratelBook _book = new(login);

    public string List(DateOnly month, bool hollow)
    {
        IReadOnlyList<SimulatedInvoice> invoices = hollow ? [] : _book.Of(month);
        if (invoices.Count == 0)
            return embratel.Skin.Page("list-empty.html", ("month", Month(month)));
        var trouble = embratel.Troubles.Take("T20", login.User);
        var late = trouble is { Variant: "atrasada" } ? trouble.Duration : TimeSpan.Zero;
        return embratel.Skin.PageWith("list.html", "rows", string.Concat(invoices.Select(invoice => Filled("list-row.html", invoice))),
            ("month", Month(month)), ("redraws", trouble is { Variant: "redesenhada" } ? "2" : "0"), ("late", Text((int)late.TotalMilliseconds)));
    }

    /// <summary>The documents before anyone has chosen an invoice: those of the first of the newest month.</summary>
    public string FirstPanel() => Panel(_book.Latest);

    public string Panel(SimulatedInvoice invoice)
    {
        var late = embratel.Troubles.Take("T30", login.User)?.Variant;
        var notes = EmbratelDocuments.TaxNotesOf(invoice).Select(note => embratel.Skin.Page(
            EmbratelDocuments.IsIssued(invoice) && late != "todas" && late != EmbratelDocuments.NameOf(note) ? "panel-note.html" : "panel-note-late.html",
            ("kind", EmbratelDocuments.NameOf(note)), ("title", embratel.Texts.Documents[note]), ("number", Text(_book.NumberOf(invoice)))));
        return Filled("panel.html", invoice).Replace("%%notes%%", string.Concat(notes), StringComparison.Ordinal);
    }

    /// <summary>The options of the <c>select</c>.</summary>
    public string Months() => string.Concat((embratel.Texts.NewestMonthFirst ? EmbratelBook.Months : EmbratelBook.Months.Reverse()).Select(month =>
        embratel.Skin.Page("month.html", ("value", month.ToString("yyyyMM", CultureInfo.InvariantCulture)), ("text", Month(month)))));

    private string Filled(string file, SimulatedInvoice invoice) => embratel.Skin.Page(file,
        ("number", Text(_book.NumberOf(invoice))), ("account", invoice.ShownAccount), ("cnpj", Cnpj.Format(invoice.Client.Cnpj)), ("client", invoice.Client.Name),
        ("month", Month(invoice.Month)), ("due", Brazil.Date(invoice.DueDate)), ("amount", Brazil.Money(invoice.Amount)), ("status", embratel.Texts.Statuses[invoice.Status]));

    private string Month(DateOnly month) => month.ToString(embratel.Texts.MonthFormat, CultureInfo.InvariantCulture);

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
