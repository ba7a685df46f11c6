namespace BotPhone.Api;

/// <summary>The parameter <c>limit</c> of lists: how many a page has at most.</summary>
internal static class PageLimit
{
    public const int Max = 1000;

    /// <inheritdoc cref="WholeNumber.Read"/>
    public static int? Read(string? text, out FieldFault? fault) => WholeNumber.Read("limit", text, 1, Max, out fault);
}
