using System.Globalization;

namespace BotPhone.PortalSimulator;

/// <summary>Amounts and dates as they are written in Brazil.</summary>
internal static class Brazil
{
    private static readonly NumberFormatInfo Numbers = new() { NumberDecimalSeparator = ",", NumberGroupSeparator = "." };

    public static string Money(decimal amount) => "R$ " + amount.ToString("#,##0.00", Numbers);

    public static string Date(DateOnly date) => date.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture);

    public static string Month(DateOnly month) => month.ToString("MM/yyyy", CultureInfo.InvariantCulture);
}
