namespace BotPhone.PortalSimulator.Vivo;

/// <summary>An account of one service, with the line by which it may be asked for too.</summary>
internal sealed record VivoAccount(VivoService Service, string Line, IReadOnlyList<SimulatedInvoice> Invoices)
{
    /// <summary>Its invoices come with their enclosures, as a ZIP.</summary>
    public bool IsZipped { get; init; }
}
