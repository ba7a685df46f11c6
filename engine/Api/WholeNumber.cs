using System.Globalization;

namespace BotPhone.Api;

/// <summary>A parameter of a query that is a whole number.</summary>
internal static class WholeNumber
{
    /// <returns>The number, or null when nothing is said or what is said makes no sense.</returns>
    public static int? Read(string name, string? text, int smallest, int largest, out FieldFault? fault)
    {
        fault = null;
        if (text is null) return null;
        if (!int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)) fault = FieldFault.NotInteger(name);
        else if (number < smallest) fault = FieldFault.TooSmall(name, smallest);
        else if (number > largest) fault = FieldFault.TooLarge(name, largest);
        return fault is null ? number : null;
    }
}
