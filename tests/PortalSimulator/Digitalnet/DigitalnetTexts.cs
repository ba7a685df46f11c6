namespace BotPhone.PortalSimulator.Digitalnet;

/// <summary>The words of a skin that are not in its pages (its <c>texts.json</c>).</summary>
internal sealed record DigitalnetTexts
{
    public required Dictionary<InvoiceStatus, string> Statuses { get; init; }
}
