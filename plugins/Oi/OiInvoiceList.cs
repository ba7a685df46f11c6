using System.Globalization;
using BotPhone.Sdk;

namespace BotPhone.Operators.Oi;

/// <summary>The list of a company's open invoices, over all its pages.</summary>
internal sealed class OiInvoiceList(Portal portal, OiSettings settings, Cnpj cnpj)
{
    public async Task<IReadOnlyList<ListedInvoice<TableRow>>> ReadAsync()
    {
        var invoices = new List<ListedInvoice<TableRow>>();
        await WalkAsync(page =>
        {
            invoices.AddRange(page.Select(Read));
            return false;
        });
        return invoices;
    }

    /// <summary>Opens the detail of an invoice that was read before, on whichever page it is.</summary>
    public async Task OpenAsync(TableRow row)
    {
        if (!await WalkAsync(page => page.Any(row.HasSameCells)))
            throw new OperatorException(ErrorCode.InvoiceNotFound, "a fatura saiu da lista do portal enquanto era procurada");
        await portal.ClickInRowAsync(row, settings.Detail);
    }

    // Shows page after page until one is the right one, or there are no more.
    private async Task<bool> WalkAsync(Func<IReadOnlyList<TableRow>, bool> isRight)
    {
        await OpenFilteredAsync();
        var page = await portal.ReadTableAsync(settings.List);
        for (var number = 1; !isRight(page); number++)
        {
            if (number >= settings.MaxPages || !await portal.ClickIfPresentAsync(settings.NextPage)) return false;
            page = await portal.ReadTableAsync(settings.List, differentFrom: page);
        }

        return true;
    }

    // The first load of a session loses its filter: the page is opened again until its address keeps it.
    private async Task OpenFilteredAsync()
    {
        var wanted = new Uri(settings.Address, settings.Invoices.Replace("{cnpj}", cnpj.Value, StringComparison.Ordinal));
        for (var attempt = 1; attempt <= settings.FilterAttempts; attempt++)
        {
            await portal.GoAsync(wanted);
            await portal.WaitForAsync(settings.List);
            if (await portal.AddressAsync() == wanted) return;
        }

        throw new OperatorException(ErrorCode.LayoutChanged, $"o portal não manteve o filtro da lista de faturas em {settings.FilterAttempts} tentativas");
    }

    private ListedInvoice<TableRow> Read(TableRow row) => new(
        row[settings.Columns.Account],
        Cnpj.TryParse(row[settings.Columns.Cnpj], out var company) ? company : throw Unreadable("CNPJ", row[settings.Columns.Cnpj]),
        DateOnly.TryParseExact(row[settings.Columns.DueDate], "dd/MM/yyyy", CultureInfo.InvariantCulture, DateTimeStyles.None, out var dueDate)
            ? dueDate
            : throw Unreadable("vencimento", row[settings.Columns.DueDate]),
        settings.OpenStatuses.Contains(row[settings.Columns.Status]),
        row);

    private static OperatorException Unreadable(string what, string shown) =>
        new(ErrorCode.LayoutChanged, $"a lista de faturas mostra '{shown}' como {what}");
}
