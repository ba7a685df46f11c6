namespace BotPhone.Jobs;

/// <summary>The logins that are signed in to a portal right now, and how often.</summary>
internal sealed class BusyLogins
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, int> _taken = [];

    public bool IsBusy(string? login)
    {
        lock (_lock) return login is not null && _taken.ContainsKey(login);
    }

    public void Take(string? login)
    {
        if (login is null) return;
        lock (_lock) _taken[login] = _taken.GetValueOrDefault(login) + 1;
    }

    public void GiveBack(string? login)
    {
        if (login is null) return;
        lock (_lock)
        {
            if (--_taken[login] == 0) _taken.Remove(login);
        }
    }
}
