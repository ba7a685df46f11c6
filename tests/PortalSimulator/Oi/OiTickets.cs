using System.Collections.Concurrent;
using BotPhone.PortalSimulator.Sessions;

namespace BotPhone.PortalSimulator.Oi;

/// <summary>The one-time tickets that the sign-in frame hands to the top page.</summary>
internal sealed class OiTickets
{
    private readonly ConcurrentDictionary<string, SimulatedLogin> _tickets = new();

    public string Give(SimulatedLogin login)
    {
        var ticket = PortalSessions.NewId();
        _tickets[ticket] = login;
        return ticket;
    }

    /// <summary>Whose ticket it is, if it was not used before.</summary>
    public SimulatedLogin? Redeem(string? ticket) => ticket is not null && _tickets.TryRemove(ticket, out var login) ? login : null;

    public void Clear() => _tickets.Clear();
}
