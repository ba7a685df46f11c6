namespace BotPhone.PortalSimulator.Troubles;

/// <summary>The troubles that wait to happen at one portal.</summary>
internal sealed class TroubleBoard
{
    private sealed class Waiting(Trouble trouble)
    {
        public Trouble Trouble => trouble;
        public int? Left { get; set; } = trouble.Times is > 0 ? trouble.Times : null;
        public bool IsFor(string? login) => trouble.Scope == "*" || trouble.Scope == login;
    }

    private readonly Lock _lock = new();
    private readonly List<Waiting> _waiting = [];

    public void Add(Trouble trouble)
    {
        lock (_lock)
            _waiting.Add(new(trouble));
    }

    public void Clear()
    {
        lock (_lock)
            _waiting.Clear();
    }

    /// <summary>The first trouble injected that fits, which thereby happened once; null when all is well.</summary>
    /// <param name="kind">Such as <c>T07</c>.</param>
    /// <param name="login">Null before sign-in: then only troubles for everyone fit.</param>
    /// <param name="fits">Narrows it to a variant or an element.</param>
    public Trouble? Take(string kind, string? login, Func<Trouble, bool>? fits = null)
    {
        lock (_lock)
        {
            var found = _waiting.Find(one => one.Trouble.Kind == kind && one.IsFor(login) && fits?.Invoke(one.Trouble) != false);
            if (found is { Left: not null } && --found.Left == 0)
                _waiting.Remove(found);
            return found?.Trouble;
        }
    }
}
