namespace BotPhone.PortalSimulator.Digitalnet;

/// <summary>How the simulated DIGITALNET portal behaves when nothing is wrong.</summary>
public sealed record DigitalnetOptions : PortalOptions
{
    /// <summary>Asks for the CNPJ and the password on one screen. Default: for the CNPJ first, then for both.</summary>
    public bool AsksForBothAtOnce { get; init; }

    /// <summary>How long a token is valid. Default 300 s.</summary>
    public TimeSpan TokenLifetime { get; init; } = TimeSpan.FromSeconds(300);

    /// <summary>Rows on a page of a list. Default 5.</summary>
    public int PageSize { get; init; } = 5;

    /// <summary>How late the rows of a list come. Default 100 ms.</summary>
    public TimeSpan RowDelay { get; init; } = TimeSpan.FromMilliseconds(100);
}
