namespace BotPhone.PortalSimulator.Oi;

/// <summary>The words of a skin that are not in its pages (its <c>texts.json</c>).</summary>
internal sealed record OiTexts
{
    public required string UserField { get; init; }

    public required string PasswordField { get; init; }

    public required string WrongPassword { get; init; }

    public required string Locked { get; init; }

    public required Dictionary<InvoiceStatus, string> Statuses { get; init; }

    public required string Processing { get; init; }

    public required string Ready { get; init; }

    public required string Failed { get; init; }
}
