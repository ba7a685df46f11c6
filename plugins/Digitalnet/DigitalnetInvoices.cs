using BotPhone.Sdk;

namespace BotPhone.Operators.Digitalnet;

/// <summary>The pending invoices of the contract that is open.</summary>
internal sealed class DigitalnetInvoices(Portal portal, DigitalnetSettings settings)
{
    private readonly DigitalnetList _list = new(portal, settings.Invoices, settings.NextInvoices);

    public async Task<IReadOnlyList<ListedInvoice<TableRow>>> ReadAsync(InvoiceRequest request)
    {
        if (await portal.WaitForAnyAsync([settings.Invoices.Place, settings.NothingPending]) == settings.NothingPending)
        {
            await new DigitalnetSession(portal, settings).CheckAsync();
            return [];
        }

        return [.. (await _list.ReadAsync()).Select(row => settings.Columns.Read(row, request))];
    }

    /// <summary>Opens the documents of an invoice that was read before.</summary>
    public Task OpenAsync(TableRow invoice) => _list.OpenAsync(invoice, settings.Documents);
}
