namespace BotPhone.PortalSimulator.Vivo;

/// <summary>The kinds of service that a company may have; each has invoices, and a look, of its own.</summary>
internal enum VivoService
{
    /// <summary>Listed as cards.</summary>
    Mobile,

    /// <summary>Listed as a grid, the generation before.</summary>
    Fixed,

    /// <summary>In the older portal, which opens in a tab of its own.</summary>
    Old,
}
