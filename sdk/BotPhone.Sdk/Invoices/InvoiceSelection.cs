namespace BotPhone.Sdk;

/// <summary>The rule that picks an invoice, the same for every operator.</summary>
public static class InvoiceSelection
{
    /// <summary>
    /// Picks, among the open invoices of the CNPJ whose account equals the filter exactly, the one that is due last.
    /// </summary>
    /// <typeparam name="T">The operator's way back to a row.</typeparam>
    /// <param name="invoices">All invoices that the portal listed, from every page of the list.</param>
    /// <param name="filter">The account asked for; punctuation and white space do not count, everything else does.</param>
    /// <param name="cnpj">The company asked for.</param>
    /// <exception cref="OperatorException">
    /// <see cref="ErrorCode.InvoiceNotFound"/>: none qualifies. <see cref="ErrorCode.AmbiguousInvoice"/>: two are due on the same last day.
    /// </exception>
    public static ListedInvoice<T> Newest<T>(IEnumerable<ListedInvoice<T>> invoices, string filter, Cnpj cnpj)
    {
        var wanted = Normalize(filter);
        var matching = invoices
            .Where(invoice => wanted.Length > 0 && invoice.IsOpen && invoice.Cnpj == cnpj && Normalize(invoice.Account) == wanted)
            .OrderByDescending(invoice => invoice.DueDate)
            .Take(2)
            .ToList();

        if (matching.Count == 0)
            throw new OperatorException(ErrorCode.InvoiceNotFound, $"nenhuma fatura em aberto de {cnpj} tem exatamente o filtro '{filter}'");
        if (matching.Count == 2 && matching[0].DueDate == matching[1].DueDate)
            throw new OperatorException(ErrorCode.AmbiguousInvoice, $"mais de uma fatura em aberto do filtro '{filter}' vence em {matching[0].DueDate:dd/MM/yyyy}");
        return matching[0];
    }

    /// <summary>The letters and digits of an account, in capitals: the form in which accounts are compared.</summary>
    /// <param name="account">An account, line or contract in any notation.</param>
    public static string Normalize(string account) =>
        string.Concat((account ?? "").Where(char.IsLetterOrDigit).Select(char.ToUpperInvariant));
}
