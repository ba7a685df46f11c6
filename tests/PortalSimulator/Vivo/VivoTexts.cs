namespace BotPhone.PortalSimulator.Vivo;

/// <summary>The words of a skin that are not in its pages (its <c>texts.json</c>).</summary>
internal sealed record VivoTexts
{
    public required string WrongPassword { get; init; }

    public required string WrongCpf { get; init; }

    public required string Locked { get; init; }

    public required string SessionOver { get; init; }

    public required Dictionary<VivoService, string> Services { get; init; }

    public required Dictionary<InvoiceStatus, string> Statuses { get; init; }
}
