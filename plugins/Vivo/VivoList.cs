using System.Globalization;
using BotPhone.Sdk;

namespace BotPhone.Operators.Vivo;

/// <summary>The list of a service: cards, or the grid that was before them, whichever is shown.</summary>
internal sealed class VivoList(Portal portal, VivoSettings settings, VivoRequest request, string name, Func<Task> choose) : IVivoService
{
    private readonly VivoListSettings _list = settings.List;
    private Uri? _address;

    public string Name => name;

    public async Task<IReadOnlyList<ListedInvoice<VivoInvoice>>> ReadAsync()
    {
        await choose();
        await portal.ChooseFromMenuAsync(() => portal.HoverAsync(_list.Menu), _list.Open);
        if (await LayoutAsync() is not { } layout) return [];
        _address = await portal.AddressAsync();
        await new VivoClient(portal, settings.Client).CheckAsync(request.Cnpj);
        return [.. (await Pages(layout).ReadAsync()).Select(row => VivoInvoice.Read(this, row, _list.Columns, request))];
    }

    public async Task<VerifiedInvoice> FetchAsync(JobContext job, ExpectedInvoice expected, TableRow row)
    {
        await portal.GoAsync(_address!);
        if (await LayoutAsync() is not { } layout || !await Pages(layout).FindAsync(row))
            throw new OperatorException(ErrorCode.InvoiceNotFound, "a fatura saiu da lista do portal enquanto era procurada");
        var title = settings.File.Title
            .Replace("{conta}", expected.Account, StringComparison.Ordinal)
            .Replace("{vencimento}", expected.DueDate.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture), StringComparison.Ordinal);
        var file = new VivoFile(portal, settings.File, title);
        return await job.FetchInvoiceAsync(expected, () => file.DownloadAsync(row));
    }

    // Sometimes the list is empty until the page is loaded again. Neither does an empty list say anything of a session that is over: that
    // shows when the page is loaded again.
    private async Task<RowLayout?> LayoutAsync()
    {
        for (var reloads = 0; ; reloads++)
        {
            var shown = await portal.WaitForAnyAsync([.. _list.Layouts.Select(layout => layout.Place), _list.Empty]);
            if (shown != _list.Empty) return _list.Layouts.First(layout => layout.Place == shown);
            if (reloads == _list.EmptyReloads) return null;
            await portal.ReloadAsync();
        }
    }

    private PagedList Pages(RowLayout layout) => new(portal, layout, _list.NextPage, _list.MaxPages);
}
