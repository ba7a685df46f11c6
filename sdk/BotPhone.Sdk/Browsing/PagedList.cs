namespace BotPhone.Sdk;

/// <summary>A list that a portal shows page by page.</summary>
/// <param name="portal">The page, showing the list.</param>
/// <param name="layout">Where the rows are.</param>
/// <param name="next">The button of the next page: missing, hidden or disabled on the last.</param>
/// <param name="maxPages">The most pages that are turned. Default: 200.</param>
public sealed class PagedList(Portal portal, RowLayout layout, Selector next, int maxPages = 200)
{
    /// <summary>Whether there was more than one page, so that the one which is shown is not the first.</summary>
    public bool HasTurned { get; private set; }

    /// <summary>Reads the rows of all pages, from the one that is shown on.</summary>
    /// <exception cref="OperatorException"><see cref="ErrorCode.LayoutChanged"/>: a page shows no rows in time; or a sign's code.</exception>
    public async Task<IReadOnlyList<TableRow>> ReadAsync()
    {
        var rows = new List<TableRow>();
        await WalkAsync(page =>
        {
            rows.AddRange(page);
            return false;
        });
        return rows;
    }

    /// <summary>Turns pages, from the one that is shown on, until one shows a row that was read before.</summary>
    /// <param name="row">The row.</param>
    /// <returns>False when no page has it any more.</returns>
    /// <exception cref="OperatorException"><see cref="ErrorCode.LayoutChanged"/>: a page shows no rows in time; or a sign's code.</exception>
    public Task<bool> FindAsync(TableRow row) => WalkAsync(page => page.Any(row.HasSameCells));

    private async Task<bool> WalkAsync(Func<IReadOnlyList<TableRow>, bool> isRight)
    {
        var page = await portal.ReadRowsAsync(layout);
        for (var number = 1; !isRight(page); number++)
        {
            if (number >= maxPages || !await portal.ClickIfPresentAsync(next)) return false;
            HasTurned = true;
            page = await portal.ReadRowsAsync(layout, differentFrom: page);
        }

        return true;
    }
}
