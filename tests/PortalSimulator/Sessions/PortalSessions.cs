using System.Collections.Concurrent;
using System.Security.Cryptography;
using BotPhone.PortalSimulator.Troubles;

namespace BotPhone.PortalSimulator.Sessions;

/// <summary>Who is signed in to a portal, known by a cookie.</summary>
internal sealed class PortalSessions(TroubleBoard troubles)
{
    private readonly ConcurrentDictionary<string, PortalSession> _sessions = new();

    /// <summary>Signs someone in.</summary>
    /// <param name="http">Gets the cookie.</param>
    /// <param name="login">Who.</param>
    /// <param name="alone">Ends the other sessions of that login (T17).</param>
    public PortalSession Open(HttpContext http, SimulatedLogin login, bool alone = false)
    {
        if (alone) EndAll(login);
        var session = new PortalSession(NewId(), login, troubles.Take("T16", login.User));
        _sessions[session.Id] = session;
        Share(http, session);
        return session;
    }

    /// <summary>Lets the origin that is asked know the session from now on.</summary>
    public static void Share(HttpContext http, PortalSession session) =>
        http.Response.Cookies.Append(CookieName(http), session.Id, new() { HttpOnly = true, SameSite = SameSiteMode.Lax });

    public PortalSession? Of(HttpContext http) => http.Request.Cookies.TryGetValue(CookieName(http), out var id) ? Find(id) : null;

    /// <summary>For portals that hand the session on in another way than by its cookie.</summary>
    public PortalSession? Find(string id) => _sessions.GetValueOrDefault(id);

    public void End(PortalSession session) => _sessions.TryRemove(session.Id, out _);

    public void Clear() => _sessions.Clear();

    public static string NewId() => RandomNumberGenerator.GetHexString(40, lowercase: true);

    private void EndAll(SimulatedLogin login)
    {
        foreach (var session in _sessions.Values.Where(one => one.Login == login)) End(session);
    }

    /// <summary>Cookies do not tell ports apart: simulators side by side each have a name of their own.</summary>
    private static string CookieName(HttpContext http) => $"sessao_{http.Connection.LocalPort}";
}
