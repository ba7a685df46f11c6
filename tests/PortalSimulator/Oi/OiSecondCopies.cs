namespace BotPhone.PortalSimulator.Oi;

/// <summary>The second copies that were asked for.</summary>
internal sealed class OiSecondCopies
{
    private readonly Lock _lock = new();
    private readonly List<OiSecondCopy> _all = [];

    public OiSecondCopy Add(Func<int, OiSecondCopy> make)
    {
        lock (_lock)
        {
            var copy = make(_all.Count + 1);
            _all.Add(copy);
            return copy;
        }
    }

    /// <summary>Newest first.</summary>
    public IReadOnlyList<OiSecondCopy> Of(SimulatedLogin login)
    {
        lock (_lock)
            return [.. _all.Where(copy => copy.Login == login).Reverse()];
    }

    public void Clear()
    {
        lock (_lock)
            _all.Clear();
    }
}
