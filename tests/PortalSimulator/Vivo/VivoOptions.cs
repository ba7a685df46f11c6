namespace BotPhone.PortalSimulator.Vivo;

/// <summary>How the simulated VIVO portal behaves when nothing is wrong.</summary>
public sealed record VivoOptions : PortalOptions
{
    /// <summary>Invoices on a page of the list. Default 5.</summary>
    public int PageSize { get; init; } = 5;

    /// <summary>How late the invoices of a page come. Default 150 ms.</summary>
    public TimeSpan RowDelay { get; init; } = TimeSpan.FromMilliseconds(150);

    /// <summary>How long the search of companies shows what it showed before. Default 500 ms.</summary>
    public TimeSpan SearchDelay { get; init; } = TimeSpan.FromMilliseconds(500);

    /// <summary>How long a file is being prepared. Default 600 ms.</summary>
    public TimeSpan FileTime { get; init; } = TimeSpan.FromMilliseconds(600);

    /// <summary>When the survey comes over the page. Default 4 s.</summary>
    public TimeSpan SurveyDelay { get; init; } = TimeSpan.FromSeconds(4);
}
