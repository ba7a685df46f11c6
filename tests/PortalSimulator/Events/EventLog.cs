namespace BotPhone.PortalSimulator.Events;

/// <summary>What all portals saw, in order.</summary>
internal sealed class EventLog
{
    private readonly Lock _lock = new();
    private readonly List<SimulatedEvent> _events = [];

    public void Add(SimulatedEvent seen)
    {
        lock (_lock)
            _events.Add(seen);
    }

    public IReadOnlyList<SimulatedEvent> All()
    {
        lock (_lock)
            return [.. _events];
    }

    public void Clear()
    {
        lock (_lock)
            _events.Clear();
    }
}
