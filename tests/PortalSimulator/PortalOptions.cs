namespace BotPhone.PortalSimulator;

/// <summary>How any simulated portal starts.</summary>
public abstract record PortalOptions
{
    /// <summary>The port of its first origin; the others take those after it. 0, the default: free ones.</summary>
    public int Port { get; init; }

    public Skin Skin { get; init; } = Skin.A;
}
