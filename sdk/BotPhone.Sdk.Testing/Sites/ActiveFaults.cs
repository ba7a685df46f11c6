namespace BotPhone.Sdk.Testing;

/// <summary>What goes wrong at a site now.</summary>
internal sealed class ActiveFaults
{
    private readonly Lock _lock = new();
    private readonly List<(Fault Fault, int Happened)> _faults = [];

    public void Add(Fault fault)
    {
        lock (_lock) _faults.Add((fault, 0));
    }

    public void Clear()
    {
        lock (_lock) _faults.Clear();
    }

    /// <summary>What goes wrong with this request, which counts.</summary>
    public IReadOnlyList<Fault> Take(string path)
    {
        var taken = new List<Fault>();
        lock (_lock)
        {
            for (var i = 0; i < _faults.Count; i++)
            {
                var (fault, happened) = _faults[i];
                if (fault.Path != path || happened >= fault.Limit) continue;
                _faults[i] = (fault, happened + 1);
                taken.Add(fault);
            }
        }

        return taken;
    }
}
