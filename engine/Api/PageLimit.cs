using System.Globalization;

namespace BotPhone.Api;

/// <summary>The parameter <c>limit</c> of lists: how many a page has at most.</summary>
internal static class PageLimit
{
    public const int Max = 1000;
    private const string Name = "limit";

    /// <returns>The limit, or null when nothing is said or what is said makes no sense.</returns>
    public static int? Read(string? text, out FieldFault? fault)
    {
        fault = null;
        if (text is null) return null;
        if (!int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var limit)) fault = FieldFault.NotInteger(Name);
        else if (limit < 1) fault = FieldFault.TooSmall(Name, 1);
        else if (limit > Max) fault = FieldFault.TooLarge(Name, Max);
        return fault is null ? limit : null;
    }
}
