using System.Text.Json;
using OpenQA.Selenium;

namespace BotPhone.Sdk;

public sealed partial class Portal
{
    /// <summary>Reads all rows of a table that have a text, by their headings: independent of classes and of the order of columns.</summary>
    /// <param name="table">The <c>table</c> element.</param>
    /// <param name="differentFrom">The page read before: waits until other rows are there. <see langword="null"/> for the first page.</param>
    /// <returns>At least one row.</returns>
    /// <exception cref="OperatorException"><see cref="ErrorCode.LayoutChanged"/>: no table, or no rows, in time; or a sign's code.</exception>
    public Task<IReadOnlyList<TableRow>> ReadTableAsync(Selector table, IReadOnlyList<TableRow>? differentFrom = null) =>
        ReadRowsAsync(new RowLayout { Table = table }, differentFrom);

    /// <summary>Reads all rows that the page shows, be they rows of a table or cards.</summary>
    /// <param name="layout">Where the rows are and what is in them.</param>
    /// <param name="differentFrom">The page read before: waits until other rows are there. <see langword="null"/> for the first page.</param>
    /// <param name="mayBeEmpty">Whether no rows are an answer too. A table must be there all the same; cards are not waited for.</param>
    /// <exception cref="OperatorException"><see cref="ErrorCode.LayoutChanged"/>: no table, or no rows, in time; or a sign's code.</exception>
    public Task<IReadOnlyList<TableRow>> ReadRowsAsync(RowLayout layout, IReadOnlyList<TableRow>? differentFrom = null, bool mayBeEmpty = false)
    {
        ArgumentNullException.ThrowIfNull(layout);
        return StepAsync($"Lendo {layout.Place.Name}", () => UntilAsync(
            _options.ElementTimeout,
            driver => RowsOf(driver, layout) is { } rows && (rows.Count > 0 || mayBeEmpty) && !Same(rows, differentFrom) ? rows : null,
            obstacle => differentFrom is null
                ? Missing(layout.Place, obstacle)
                : new OperatorException(ErrorCode.LayoutChanged, $"{layout.Place} não mostrou outras linhas depois de mudar de página", obstacle)));
    }

    /// <summary>Clicks something inside a row that was read before, also when the list was redrawn since.</summary>
    /// <param name="row">The row; it is found again by its cells.</param>
    /// <param name="target">What to click, sought inside the row.</param>
    /// <exception cref="OperatorException"><see cref="ErrorCode.LayoutChanged"/>: the row or the element is not there; or a sign's code.</exception>
    public Task ClickInRowAsync(TableRow row, Selector target) =>
        StepAsync($"Clicando em {target.Name} na lista", () => InRowAsync(row, target, element => Usable(target, element), Click));

    /// <summary>Clicks a row that was read before, where the row itself is the link.</summary>
    /// <param name="row">The row; it is found again by its cells.</param>
    /// <exception cref="OperatorException"><see cref="ErrorCode.LayoutChanged"/>: the row is not there; or a sign's code.</exception>
    public Task ClickRowAsync(TableRow row)
    {
        ArgumentNullException.ThrowIfNull(row);
        return StepAsync("Clicando em linha na lista", () => InRowAsync(row, row.Layout.Place, element => element, Click));
    }

    // Clicks what a row holds, or the row.
    private Task InRowAsync(TableRow row, Selector target, Func<IWebElement, IWebElement?> inside, Action<IWebElement> click)
    {
        ArgumentNullException.ThrowIfNull(row);
        var cells = JsonSerializer.Serialize(row.Cells, SdkJson.Default.IReadOnlyListString);
        return UntilAsync(
            _options.ElementTimeout,
            driver =>
            {
                var element = RowElement(driver, row.Layout, cells) is { } found ? inside(found) : null;
                if (element is not null) click(element);
                return element;
            },
            obstacle => Missing(target, obstacle));
    }

    private static IReadOnlyList<TableRow>? RowsOf(IWebDriver driver, RowLayout layout)
    {
        if (((IJavaScriptExecutor)driver).ExecuteScript(PageScript.Rows, Query(layout)) is not string json) return null;
        var content = JsonSerializer.Deserialize(json, SdkJson.Default.TableContent)!;
        return [.. content.Rows.Select(cells => new TableRow(layout, content.Headers, cells))];
    }

    private static IWebElement? RowElement(IWebDriver driver, RowLayout layout, string cells) =>
        ((IJavaScriptExecutor)driver).ExecuteScript(PageScript.Rows, Query(layout), cells) as IWebElement;

    private static string Query(RowLayout layout) => JsonSerializer.Serialize(RowQuery.Of(layout), SdkJson.Default.RowQuery);

    private static bool Same(IReadOnlyList<TableRow> rows, IReadOnlyList<TableRow>? others) =>
        others is not null && rows.Count == others.Count && rows.Zip(others).All(pair => pair.First.HasSameCells(pair.Second));
}
