namespace BotPhone.Sdk;

/// <summary>One row of a table, or one card, as it was read.</summary>
public sealed class TableRow
{
    private readonly IReadOnlyList<string> _headers;

    internal TableRow(RowLayout layout, IReadOnlyList<string> headers, IReadOnlyList<string> cells)
    {
        Layout = layout;
        _headers = headers;
        Cells = cells;
    }

    /// <summary>The texts of the row's cells from left to right, white space folded.</summary>
    public IReadOnlyList<string> Cells { get; }

    internal RowLayout Layout { get; }

    /// <summary>Whether another row shows the same, cell by cell: how a row is known again on a page that was opened anew.</summary>
    /// <param name="other">A row read at another time.</param>
    public bool HasSameCells(TableRow other) => Cells.SequenceEqual(other.Cells);

    /// <summary>The text of the cell under a heading, or of a card's field.</summary>
    /// <param name="header">The heading as the portal shows it, or the field's name; case and white space around it do not count.</param>
    /// <exception cref="OperatorException"><see cref="ErrorCode.LayoutChanged"/>: the list has no such column.</exception>
    public string this[string header]
    {
        get
        {
            for (var i = 0; i < _headers.Count && i < Cells.Count; i++)
                if (string.Equals(_headers[i], header.Trim(), StringComparison.OrdinalIgnoreCase)) return Cells[i];
            throw new OperatorException(
                ErrorCode.LayoutChanged, $"a lista {Layout.Place} não tem a coluna '{header}' (tem: {string.Join(", ", _headers)})");
        }
    }
}
