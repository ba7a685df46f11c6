using System.Globalization;
using BotPhone.Sdk;

namespace BotPhone.Operators.Embratel;

/// <summary>What is asked for: an account, or <c>conta_dia</c>, the account and the day on which the invoice is due.</summary>
internal sealed record EmbratelFilter(string Account, int? Day)
{
    private const char Separator = '_';
    private const int LastDay = 31;

    public static EmbratelFilter Parse(string filter)
    {
        var at = filter.LastIndexOf(Separator);
        if (at < 0) return new(filter, null);
        var day = filter[(at + 1)..];
        return day.Length <= 2 && int.TryParse(day, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is > 0 and <= LastDay
            ? new(filter[..at], number)
            : throw new OperatorException(ErrorCode.InvoiceNotFound, $"o filtro '{filter}' não é uma conta nem conta_dia, com o dia de 01 a 31");
    }

    /// <summary>Whether an invoice is one of those asked for: the account exactly, punctuation aside.</summary>
    public bool Fits<T>(ListedInvoice<T> invoice) =>
        InvoiceSelection.Normalize(invoice.Account) == InvoiceSelection.Normalize(Account) && (Day is null || invoice.DueDate.Day == Day);
}
