namespace BotPhone.PortalSimulator.Oi;

/// <summary>How the simulated OI portal behaves when nothing is wrong.</summary>
public sealed record OiOptions : PortalOptions
{
    /// <summary>Rows on a page of the list. Default 5.</summary>
    public int PageSize { get; init; } = 5;

    /// <summary>How late the rows of the list come. Default 150 ms.</summary>
    public TimeSpan RowDelay { get; init; } = TimeSpan.FromMilliseconds(150);

    /// <summary>How long a second copy is being made. Default 1 s.</summary>
    public TimeSpan SecondCopyTime { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>What a second copy's ZIP holds. Default: the PDF.</summary>
    public CopyFiles SecondCopyFiles { get; init; } = CopyFiles.Pdf;

    /// <summary>How many full loads of the filtered list, in each session, lose the filter. Default 1.</summary>
    public int LoadsThatLoseFilter { get; init; } = 1;
}
