using System.Globalization;

namespace BotPhone.PortalSimulator;

/// <summary>Amounts and dates as they are written in Brazil.</summary>
internal static class Brazil
{
    private static readonly NumberFormatInfo Numbers = new() { NumberDecimalSeparator = ",", NumberGroupSeparator = "." };

    public static string Money(decimal amount) => "R$ " + amount.ToString("#,##0.00", Numbers);

    public static string Date(DateOnly date) => date.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture);

    /// <summary>The number of a tax note, such as <c>000.123.456</c>.</summary>
    public static string TaxNote(string number) => string.Join('.', number.Chunk(3).Select(three => new string(three)));

    /// <summary>The access key of a tax note, in groups of four.</summary>
    public static string AccessKey(string key) => string.Join(' ', key.Chunk(4).Select(four => new string(four)));

    public static string Month(DateOnly month) => month.ToString("MM/yyyy", CultureInfo.InvariantCulture);
}
