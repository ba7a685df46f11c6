using System.Globalization;

namespace BotPhone.Sdk;

/// <summary>Which columns of a portal's list say what about an invoice. Belongs in <c>operator.json</c>.</summary>
public sealed record InvoiceColumns
{
    /// <summary>The account, line or contract; <see langword="null"/> when the list is narrowed to the one that was asked for.</summary>
    public string? Account { get; init; }

    /// <summary>The company's CNPJ; <see langword="null"/> when the list is narrowed to the one that was asked for.</summary>
    public string? Cnpj { get; init; }

    /// <summary>The due date, <c>dd/MM/yyyy</c>.</summary>
    public required string DueDate { get; init; }

    /// <summary>What has become of the invoice; <see langword="null"/> when the list holds open ones only.</summary>
    public string? Status { get; init; }

    /// <summary>What the list calls an invoice that still has to be paid, overdue ones included; compared whole.</summary>
    public IReadOnlyList<string> OpenStatuses { get; init; } = [];

    /// <summary>Reads an invoice from its row.</summary>
    /// <param name="row">The row of the list.</param>
    /// <param name="request">What was asked for, where the list has no such column.</param>
    /// <exception cref="OperatorException"><see cref="ErrorCode.LayoutChanged"/>: no such column, or no CNPJ or date in it.</exception>
    public ListedInvoice<TableRow> Read(TableRow row, InvoiceRequest request)
    {
        ArgumentNullException.ThrowIfNull(row);
        ArgumentNullException.ThrowIfNull(request);
        return new(
            Account is null ? request.Filter : row[Account],
            Cnpj is null ? request.Cnpj : ReadCnpj(row[Cnpj]),
            ReadDate(row[DueDate]),
            Status is null || OpenStatuses.Contains(row[Status]),
            row);
    }

    private static Cnpj ReadCnpj(string shown) => BotPhone.Sdk.Cnpj.TryParse(shown, out var cnpj) ? cnpj : throw Unreadable("CNPJ", shown);

    private static DateOnly ReadDate(string shown) =>
        DateOnly.TryParseExact(shown, "dd/MM/yyyy", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date : throw Unreadable("vencimento", shown);

    private static OperatorException Unreadable(string what, string shown) => new(ErrorCode.LayoutChanged, $"a lista de faturas mostra '{shown}' como {what}");
}
