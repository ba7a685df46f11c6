using BotPhone.Sdk;

namespace BotPhone.Operators.Oi;

/// <summary>The list of a company's open invoices, over all its pages.</summary>
internal sealed class OiInvoiceList(Portal portal, OiSettings settings, InvoiceRequest request)
{
    private readonly PagedList _pages = new(portal, settings.List, settings.NextPage, settings.MaxPages);

    public async Task<IReadOnlyList<ListedInvoice<TableRow>>> ReadAsync()
    {
        try
        {
            await OpenFilteredAsync();
            return [.. (await _pages.ReadAsync()).Select(row => settings.Columns.Read(row, request))];
        }
        catch (OperatorException nothing) when (nothing.Code == ErrorCode.InvoiceNotFound)
        {
            await CheckSessionAsync();
            throw;
        }
    }

    /// <summary>Opens the detail of an invoice that was read just now.</summary>
    public async Task OpenAsync(TableRow row)
    {
        if (_pages.HasTurned) await ShowAsync(row);
        await portal.ClickInRowAsync(row, settings.Detail);
    }

    /// <summary>Shows the page of the list that has the row.</summary>
    public async Task ShowAsync(TableRow row)
    {
        await OpenFilteredAsync();
        if (!await _pages.FindAsync(row))
            throw new OperatorException(ErrorCode.InvoiceNotFound, "a fatura saiu da lista do portal enquanto era procurada");
    }

    // The first load of a session loses its filter: the page is opened again until its address keeps it.
    private async Task OpenFilteredAsync()
    {
        var wanted = new Uri(settings.Address, settings.Invoices.Replace("{cnpj}", request.Cnpj.Value, StringComparison.Ordinal));
        for (var attempt = 1; attempt <= settings.FilterAttempts; attempt++)
        {
            await portal.GoAsync(wanted);
            await portal.WaitForAsync(settings.List.Place);
            if (await portal.AddressAsync() == wanted) return;
        }

        throw new OperatorException(ErrorCode.LayoutChanged, $"o portal não manteve o filtro da lista de faturas em {settings.FilterAttempts} tentativas");
    }

    // A session that is over shows empty lists and says nothing. A login that sees no invoice of any company, paid ones neither, is not signed in.
    private async Task CheckSessionAsync()
    {
        try
        {
            await portal.GoAsync(new Uri(settings.Address, settings.AllInvoices));
            await portal.WaitForAsync(settings.List.Place);
        }
        catch (OperatorException nothing) when (nothing.Code == ErrorCode.InvoiceNotFound)
        {
            throw new OperatorException(ErrorCode.SessionExpired, "o portal deixou de mostrar faturas de qualquer empresa, como quando a sessão acaba", nothing);
        }
    }
}
