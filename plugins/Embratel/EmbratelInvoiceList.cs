using System.Globalization;
using BotPhone.Sdk;

namespace BotPhone.Operators.Embratel;

/// <summary>A row, and the month in whose list it stands.</summary>
internal sealed record MonthRow(EmbratelMonth Month, TableRow Row);

/// <summary>An option of the portal's months: its first day, and its text.</summary>
internal sealed record EmbratelMonth(DateOnly First, string Text);

/// <summary>The portal's invoices, which it shows month by month, each month page by page.</summary>
internal sealed class EmbratelInvoiceList(Portal portal, EmbratelSettings settings, InvoiceRequest request, EmbratelFilter filter)
{
    /// <summary>The open invoice that is due last.</summary>
    public async Task<ListedInvoice<MonthRow>> NewestAsync()
    {
        var fitting = new List<ListedInvoice<MonthRow>>();
        foreach (var month in await MonthsAsync())
        {
            if (fitting.Exists(invoice => IsDueAfterAllOf(month, invoice))) break;
            fitting.AddRange((await ReadAsync(month)).Where(invoice => invoice.IsOpen && invoice.Cnpj == request.Cnpj && filter.Fits(invoice)));
        }

        if (fitting.Count == 0) await CheckSessionAsync();
        return InvoiceSelection.Newest(fitting, filter.Account, request.Cnpj);
    }

    /// <summary>Clicks the invoice's row, wherever it is, and sees to it that the documents shown are its own.</summary>
    public async Task OpenAsync(ListedInvoice<MonthRow> invoice)
    {
        // From the first page on.
        await portal.ReloadAsync();
        var (month, row) = invoice.Origin;
        var layout = settings.List.Of(month);
        await portal.ChooseAsync(settings.Month, month.Text);
        await portal.WaitForAsync(layout.Table!);
        if (!await new PagedList(portal, layout, settings.NextPage).FindAsync(row))
            throw new OperatorException(ErrorCode.InvoiceNotFound, "a fatura saiu da lista do portal enquanto era procurada");
        await portal.ClickRowAsync(row);
        await portal.WaitForAsync(settings.Chosen.With("{conta}", invoice.Account).With("{vencimento}", $"{invoice.DueDate:dd/MM/yyyy}"));
    }

    private async Task<IReadOnlyList<EmbratelMonth>> MonthsAsync()
    {
        var months = new List<EmbratelMonth>();
        foreach (var option in await portal.OptionsAsync(settings.Month))
        {
            if (DateOnly.TryParseExact(option, settings.MonthFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out var first)) months.Add(new(first, option));
        }

        return months.Count > 0
            ? [.. months.OrderByDescending(month => month.First)]
            : throw new OperatorException(ErrorCode.LayoutChanged, $"{settings.Month} não tem nenhum mês na forma {settings.MonthFormat}");
    }

    private async Task<IEnumerable<ListedInvoice<MonthRow>>> ReadAsync(EmbratelMonth month)
    {
        var (layout, empty) = (settings.List.Of(month), settings.EmptyList.Of(month));
        await portal.ChooseAsync(settings.Month, month.Text);
        if (await portal.WaitForAnyAsync([layout.Table!, empty]) == empty) return [];
        var rows = await new PagedList(portal, layout, settings.NextPage).ReadAsync();
        return rows
            .Select(row => settings.Columns.Read(row, request))
            .Select(one => new ListedInvoice<MonthRow>(one.Account, one.Cnpj, one.DueDate, one.IsOpen, new(month, one.Origin)));
    }

    // What stands in the list of a month, or of one before, is due some months later at the latest.
    private bool IsDueAfterAllOf(EmbratelMonth month, ListedInvoice<MonthRow> invoice) => invoice.DueDate >= month.First.AddMonths(settings.MonthsToDue + 1);

    // A session that is over may show empty lists; the whole page, asked for again, says so.
    private async Task CheckSessionAsync()
    {
        await portal.ReloadAsync();
        await portal.WaitForAsync(settings.Month);
    }
}
