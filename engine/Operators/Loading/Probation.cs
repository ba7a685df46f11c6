using BotPhone.Jobs;
using BotPhone.Sdk;

namespace BotPhone.Operators;

/// <summary>How the jobs of a version ended, so far as that speaks for or against the version itself.</summary>
internal sealed class Probation
{
    private readonly Lock _lock = new();
    private int _ended;
    private int _blamed;
    private bool _lastBlamed;

    /// <summary>Called after each end.</summary>
    public event Action? Changed;

    /// <summary>Whether it has served, and its last job did not fail by its own fault.</summary>
    public bool IsSound
    {
        get
        {
            lock (_lock) return _ended > 0 && !_lastBlamed;
        }
    }

    /// <param name="failure">Why the job failed; null when it did not.</param>
    public void Add(ErrorCode? failure)
    {
        lock (_lock)
        {
            _ended++;
            _lastBlamed = failure is not null && Blames.Of(failure) == Blame.Plugin;
            if (_lastBlamed) _blamed++;
        }

        Changed?.Invoke();
    }

    /// <summary>Whether its first jobs, this many, have ended, all by its own fault.</summary>
    public bool IsLost(int jobs)
    {
        lock (_lock) return _ended >= jobs && _ended == _blamed;
    }
}
