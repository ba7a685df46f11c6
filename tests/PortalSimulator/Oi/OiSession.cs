namespace BotPhone.PortalSimulator.Oi;

/// <summary>Someone who is signed in.</summary>
internal sealed class OiSession(string id, SimulatedLogin login, Trouble? ending)
{
    private int _requests;
    private int _filteredLoads;

    public string Id => id;

    public SimulatedLogin Login => login;

    /// <summary>Counts a request to the API; the state of the session when it is answered.</summary>
    public OiSessionState Use() => ending is null || Interlocked.Increment(ref _requests) <= (ending.After ?? 1)
        ? OiSessionState.Alive
        : ending.Variant == "vazio" ? OiSessionState.Hollow : OiSessionState.Ended;

    /// <summary>Counts a full load of the filtered list, and says whether the filter survives.</summary>
    public bool KeepsFilter(int loadsThatLoseIt) => Interlocked.Increment(ref _filteredLoads) > loadsThatLoseIt;
}

/// <summary><see cref="Hollow"/>: the portal says nothing, but lists are empty and files are refused.</summary>
internal enum OiSessionState
{
    Alive,
    Ended,
    Hollow,
}
