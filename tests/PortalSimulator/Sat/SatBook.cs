namespace BotPhone.PortalSimulator.Sat;

/// <summary>What is registered: the rows that were always there, and those that were added.</summary>
internal sealed class SatBook
{
    private readonly Lock _lock = new();
    private readonly List<SatRow> _added = [];

    public IReadOnlyList<SatRow> Added
    {
        get
        {
            lock (_lock)
                return [.. _added];
        }
    }

    /// <summary>By date, newest first: what was added last may be on any page.</summary>
    public IReadOnlyList<SatRow> Of(SatClient client) => [.. SatRows.All.Concat(Added).Where(row => row.Client == client.Number).OrderByDescending(row => row.Date)];

    public void Add(SatRow row)
    {
        lock (_lock)
            _added.Add(row);
    }

    public void Clear()
    {
        lock (_lock)
            _added.Clear();
    }
}
