namespace BotPhone.PortalSimulator.Embratel;

/// <summary>How the simulated EMBRATEL portal behaves when nothing is wrong.</summary>
public sealed record EmbratelOptions : PortalOptions
{
    /// <summary>Rows that the filter script leaves on a page of a month's list. Default 5.</summary>
    public int PageSize { get; init; } = 5;

    /// <summary>How late a list or an invoice's documents come. Default 100 ms.</summary>
    public TimeSpan Delay { get; init; } = TimeSpan.FromMilliseconds(100);

    /// <summary>How long a list stands as it came before the filter script draws it again. Default 150 ms.</summary>
    public TimeSpan FilterDelay { get; init; } = TimeSpan.FromMilliseconds(150);
}
