namespace BotPhone.Jobs;

/// <summary>One at a time for each key on this server; remembers only the keys in use.</summary>
internal sealed class KeyedLock : ITurns
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, Gate> _gates = [];

    public async Task<IAsyncDisposable> EnterAsync(string key, CancellationToken cancellation)
    {
        Gate gate;
        lock (_lock)
        {
            if (!_gates.TryGetValue(key, out gate!)) _gates[key] = gate = new Gate();
            gate.Users++;
        }

        try
        {
            await gate.Turn.WaitAsync(cancellation);
        }
        catch (OperationCanceledException)
        {
            Leave(key, gate);
            throw;
        }

        return new Turn(() =>
        {
            gate.Turn.Release();
            Leave(key, gate);
        });
    }

    private void Leave(string key, Gate gate)
    {
        lock (_lock)
        {
            if (--gate.Users > 0) return;
            _gates.Remove(key);
            gate.Turn.Dispose();
        }
    }

    private sealed class Gate
    {
        public SemaphoreSlim Turn { get; } = new(1);

        public int Users { get; set; }
    }

    private sealed class Turn(Action leave) : IAsyncDisposable
    {
        public ValueTask DisposeAsync()
        {
            leave();
            return default;
        }
    }
}
