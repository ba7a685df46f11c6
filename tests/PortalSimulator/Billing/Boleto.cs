using System.Globalization;

namespace BotPhone.PortalSimulator.Billing;

/// <summary>The 47 digits of a bank slip.</summary>
internal static class Boleto
{
    private const string BankAndCurrency = "0019";
    private static readonly DateOnly Epoch = new(1997, 10, 7);
    private static readonly DateOnly SecondEpoch = new(2025, 2, 22);

    /// <param name="due">Its factor counts days, and started again at 1000 on 22/02/2025.</param>
    /// <param name="amount">Below 100 million.</param>
    /// <param name="free">The bank's own 25 digits.</param>
    public static string Line(DateOnly due, decimal amount, string free)
    {
        var dueAndAmount = Factor(due).ToString("0000", CultureInfo.InvariantCulture) + (amount * 100).ToString("0000000000", CultureInfo.InvariantCulture);
        var general = CheckDigit.Modulo11(BankAndCurrency + dueAndAmount + free);
        return WithDigit(BankAndCurrency + free[..5]) + WithDigit(free[5..15]) + WithDigit(free[15..]) + (general > 9 ? 1 : general) + dueAndAmount;
    }

    private static int Factor(DateOnly due) => due < SecondEpoch ? due.DayNumber - Epoch.DayNumber : 1000 + due.DayNumber - SecondEpoch.DayNumber;

    private static string WithDigit(string field) => field + CheckDigit.Modulo10(field);
}
