using BotPhone.Sdk;

namespace BotPhone.Operators.Digitalnet;

/// <summary>A list whose pages are swapped in place, and that begins anew when the page is loaded again.</summary>
internal sealed class DigitalnetList(Portal portal, RowLayout layout, Selector next)
{
    private readonly PagedList _pages = new(portal, layout, next);

    public Task<IReadOnlyList<TableRow>> ReadAsync() => _pages.ReadAsync();

    /// <summary>Clicks something in a row that was read before: on the page that is shown, or else on one of those before it.</summary>
    public async Task OpenAsync(TableRow row, Selector inside)
    {
        if (!await _pages.FindAsync(row))
        {
            await portal.ReloadAsync();
            if (!await _pages.FindAsync(row)) throw new OperatorException(ErrorCode.InvoiceNotFound, "a linha saiu da lista do portal enquanto era procurada");
        }

        await portal.ClickInRowAsync(row, inside);
    }
}
