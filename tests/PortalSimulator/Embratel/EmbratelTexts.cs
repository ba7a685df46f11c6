namespace BotPhone.PortalSimulator.Embratel;

/// <summary>The words of a skin that are not in its pages (its <c>texts.json</c>).</summary>
internal sealed record EmbratelTexts
{
    public required string UserField { get; init; }

    public required string PasswordField { get; init; }

    public required string WrongPassword { get; init; }

    public required string Locked { get; init; }

    public required string SessionEnded { get; init; }

    /// <summary>How the months are written in their <c>select</c>.</summary>
    public required string MonthFormat { get; init; }

    public required bool NewestMonthFirst { get; init; }

    public required Dictionary<InvoiceStatus, string> Statuses { get; init; }

    public required Dictionary<EmbratelDocument, string> Documents { get; init; }
}
