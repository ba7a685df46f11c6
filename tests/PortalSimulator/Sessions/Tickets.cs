using System.Collections.Concurrent;

namespace BotPhone.PortalSimulator.Sessions;

/// <summary>One-time tickets with which one origin hands something on to another.</summary>
internal sealed class Tickets<T>
    where T : class
{
    private readonly ConcurrentDictionary<string, T> _tickets = new();

    public string Give(T what)
    {
        var ticket = PortalSessions.NewId();
        _tickets[ticket] = what;
        return ticket;
    }

    /// <summary>What the ticket stands for, if it was not used before.</summary>
    public T? Redeem(string? ticket) => ticket is not null && _tickets.TryRemove(ticket, out var what) ? what : null;

    public void Clear() => _tickets.Clear();
}
