using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using BotPhone.PortalSimulator.Billing;
using static BotPhone.PortalSimulator.InvoiceStatus;

namespace BotPhone.PortalSimulator;

/// <summary>An account, from which its invoices are written.</summary>
/// <param name="Portal">The operator's code.</param>
/// <param name="Issuer">The company that sends the invoices, as printed.</param>
/// <param name="Client">Who pays them.</param>
/// <param name="Shown">The account as it is written.</param>
internal sealed record SimulatedAccount(string Portal, string Issuer, SimulatedClient Client, string Shown)
{
    private static readonly DateOnly FirstMonth = new(2024, 12, 1);

    public string Number => Cnpj.Clean(Shown);

    /// <summary>Prints a utility bill's line, not a bank slip's.</summary>
    public bool IsUtilityBill { get; init; }

    public bool HasText { get; init; } = true;

    /// <inheritdoc cref="SimulatedInvoice.IsArchived"/>
    public bool IsArchived { get; init; }

    /// <summary>One invoice a month: paid, except the last ones.</summary>
    /// <param name="months">How many, up to <paramref name="until"/>.</param>
    /// <param name="until">The month of the last, as its distance from December 2024.</param>
    /// <param name="dueDay">The day on which each is due; in a shorter month its last.</param>
    /// <param name="amount">Of the last; those before differ a little.</param>
    /// <param name="last">The status of the last ones, oldest first.</param>
    public IEnumerable<SimulatedInvoice> Monthly(int months, int until, int dueDay, decimal amount, params InvoiceStatus[] last) =>
        from back in Enumerable.Range(0, months).Reverse()
        let month = FirstMonth.AddMonths(until - back)
        let due = new DateOnly(month.Year, month.Month, Math.Min(dueDay, DateTime.DaysInMonth(month.Year, month.Month)))
        select One(due, amount == 0 ? 0 : amount + (back * 1.37m), back < last.Length ? last[^(back + 1)] : Paid);

    /// <param name="due">In the month that is billed, if no other is given.</param>
    /// <param name="amount">What is to be paid.</param>
    /// <param name="status">What the portal says.</param>
    /// <param name="line">A line to be printed as it is; when absent one is worked out.</param>
    /// <param name="month">The first day of the month that is billed.</param>
    public SimulatedInvoice One(DateOnly due, decimal amount, InvoiceStatus status, string? line = null, DateOnly? month = null) => new()
    {
        Portal = Portal,
        Issuer = Issuer,
        Code = Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(Invariant($"{Client.Cnpj}|{Number}|{due:O}|{amount}"))))[..18],
        Client = Client,
        Account = Number,
        ShownAccount = Shown,
        Month = month ?? new(due.Year, due.Month, 1),
        DueDate = due,
        Amount = amount,
        Status = status,
        Line = line ?? Line(due, amount),
        HasText = HasText,
        IsArchived = IsArchived,
    };

    private string Line(DateOnly due, decimal amount)
    {
        var own = string.Concat(Number.Select(Digit)).PadLeft(13, '0') + due.ToString("yyyyMMdd", CultureInfo.InvariantCulture);
        return IsUtilityBill ? Arrecadacao.Line(amount, "0550", "0000" + own, modulo: due.Month % 2 == 0 ? 10 : 11) : Boleto.Line(due, amount, "0550" + own);
    }

    // A contract's letters; a line has digits only.
    private static char Digit(char character) => char.IsAsciiDigit(character) ? character : (char)('0' + (character % 10));

    private static string Invariant(FormattableString text) => FormattableString.Invariant(text);
}
