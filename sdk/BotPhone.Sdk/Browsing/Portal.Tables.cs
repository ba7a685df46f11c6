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
        StepAsync($"Lendo {table.Name}", () => UntilAsync(
            _options.ElementTimeout,
            driver => RowsOf(driver, table) is { Count: > 0 } rows && !Same(rows, differentFrom) ? rows : null,
            obstacle => Missing(table, obstacle)));

    /// <summary>Clicks something inside a row that was read before, also when the table was redrawn since.</summary>
    /// <param name="row">The row; it is found again by its cells.</param>
    /// <param name="target">What to click, sought inside the row.</param>
    /// <exception cref="OperatorException"><see cref="ErrorCode.LayoutChanged"/>: the row or the element is not there; or a sign's code.</exception>
    public Task ClickInRowAsync(TableRow row, Selector target)
    {
        ArgumentNullException.ThrowIfNull(row);
        var cells = JsonSerializer.Serialize(row.Cells, SdkJson.Default.IReadOnlyListString);
        return StepAsync($"Clicando em {target.Name} na linha", () => UntilAsync(
            _options.ElementTimeout,
            driver =>
            {
                var element = RowElement(driver, row.Table, cells) is { } found ? Usable(found, target.By) : null;
                if (element is not null) Click(element);
                return element;
            },
            obstacle => Missing(target, obstacle)));
    }

    private static IReadOnlyList<TableRow>? RowsOf(IWebDriver driver, Selector table)
    {
        if (Visible(driver, table.By) is not { } element) return null;
        var json = (string)((IJavaScriptExecutor)driver).ExecuteScript(PageScript.Table, element)!;
        var content = JsonSerializer.Deserialize(json, SdkJson.Default.TableContent)!;
        return [.. content.Rows.Select(cells => new TableRow(table, content.Headers, cells))];
    }

    private static IWebElement? RowElement(IWebDriver driver, Selector table, string cells) =>
        Visible(driver, table.By) is { } element ? ((IJavaScriptExecutor)driver).ExecuteScript(PageScript.Table, element, cells) as IWebElement : null;

    private static bool Same(IReadOnlyList<TableRow> rows, IReadOnlyList<TableRow>? others) =>
        others is not null && rows.Count == others.Count && rows.Zip(others).All(pair => pair.First.HasSameCells(pair.Second));
}
