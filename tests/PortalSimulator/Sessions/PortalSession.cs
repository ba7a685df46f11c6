using System.Collections.Concurrent;

namespace BotPhone.PortalSimulator.Sessions;

/// <summary>Someone who is signed in.</summary>
internal sealed class PortalSession(string id, SimulatedLogin login, Trouble? ending)
{
    private readonly ConcurrentDictionary<string, int> _counts = new();
    private int _requests;

    public string Id => id;

    public SimulatedLogin Login => login;

    /// <summary>Counts a request for data; the state of the session when it is answered.</summary>
    public SessionState Use() => ending is null || Interlocked.Increment(ref _requests) <= (ending.After ?? 1)
        ? SessionState.Alive
        : ending.Variant == "vazio" ? SessionState.Hollow : SessionState.Ended;

    /// <summary>How often something has happened in this session, this time included.</summary>
    public int Count(string what) => _counts.AddOrUpdate(what, 1, (_, before) => before + 1);
}

/// <summary><see cref="Hollow"/>: the portal says nothing, but lists are empty and files are refused.</summary>
internal enum SessionState
{
    Alive,
    Ended,
    Hollow,
}
