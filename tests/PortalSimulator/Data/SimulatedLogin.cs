namespace BotPhone.PortalSimulator;

/// <summary>Someone who may sign in to a portal, and the companies that person sees there.</summary>
public sealed record SimulatedLogin(string Portal, string User, string Password, string Name, IReadOnlyList<SimulatedClient> Clients)
{
    /// <summary>What the portal asks this person for besides, or null.</summary>
    public string? Cpf { get; init; }

    internal bool Holds(SimulatedClient client) => Clients.Contains(client);
}
