using System.Collections.Concurrent;
using System.Security.Cryptography;
using BotPhone.PortalSimulator.Troubles;

namespace BotPhone.PortalSimulator.Oi;

/// <summary>Who is signed in, and the one-time tickets that the sign-in frame hands to the top page.</summary>
internal sealed class OiSessions
{
    private readonly ConcurrentDictionary<string, SimulatedLogin> _tickets = new();
    private readonly ConcurrentDictionary<string, OiSession> _sessions = new();

    public string Ticket(SimulatedLogin login)
    {
        var ticket = RandomNumberGenerator.GetHexString(40, lowercase: true);
        _tickets[ticket] = login;
        return ticket;
    }

    /// <summary>A session for a ticket that was not used before, else null.</summary>
    public OiSession? Redeem(HttpContext http, string? ticket, TroubleBoard troubles)
    {
        if (ticket is null || !_tickets.TryRemove(ticket, out var login))
            return null;
        var session = new OiSession(RandomNumberGenerator.GetHexString(40, lowercase: true), login, troubles.Take("T16", login.User));
        _sessions[session.Id] = session;
        http.Response.Cookies.Append(CookieName(http), session.Id, new() { HttpOnly = true, SameSite = SameSiteMode.Lax });
        return session;
    }

    public OiSession? Of(HttpContext http) =>
        http.Request.Cookies.TryGetValue(CookieName(http), out var id) && _sessions.TryGetValue(id, out var session) ? session : null;

    public void End(OiSession session) => _sessions.TryRemove(session.Id, out _);

    public void Clear()
    {
        _tickets.Clear();
        _sessions.Clear();
    }

    /// <summary>Cookies do not tell ports apart: simulators side by side each have a name of their own.</summary>
    private static string CookieName(HttpContext http) => $"sessao_{http.Connection.LocalPort}";
}
