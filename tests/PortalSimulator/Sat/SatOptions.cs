namespace BotPhone.PortalSimulator.Sat;

/// <summary>How the simulated SAT portal behaves when nothing is wrong.</summary>
public sealed record SatOptions : PortalOptions
{
    /// <summary>Rows on a page of a list. Default 5.</summary>
    public int PageSize { get; init; } = 5;
}
