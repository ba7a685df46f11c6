using BotPhone.Invoices;
using BotPhone.Jobs;
using BotPhone.Sdk;

namespace BotPhone.Operators;

/// <summary>One version of an operator: its code with its settings. It is unloaded when it has been replaced and its last job has ended.</summary>
internal sealed class OperatorVersion(OperatorCode code, string hash, bool isSigned, OperatorSettings settings, DateTimeOffset since) : IOperatorVersion
{
    private readonly OperatorCode _code = code.Join();
    private readonly Lock _lock = new();
    private Action<OperatorVersion>? _onGone;
    private int _jobs;

    public string Code => _code.Metadata.Code;

    public string Route => _code.Metadata.Route;

    public string Version => _code.Version;

    public PayloadSchema Payload => _code.Payload;

    public object? Settings => settings.Values;

    public ReachableHosts Hosts => settings.Hosts;

    public IReadOnlyList<string> Blocked => settings.Blocked;

    public bool Restartable => _code.Metadata.Restartable;

    public bool OneSessionPerLogin => _code.Metadata.OneSessionPerLogin || ReusesSession;

    public bool ReusesSession => _code.Metadata.ReusesSession;

    public bool Registers => _code.Metadata.Registers;

    public IReadOnlyList<string> Secrets { get; } = SettingsJson.SecretsOf(settings.Values);

    public TimeSpan? Timeout => _code.Metadata.Timeout;

    public DateTimeOffset Since => since;

    /// <summary>Of all its files.</summary>
    public string Hash => hash;

    public bool IsSigned => isSigned;

    public Probation Probation { get; } = new();

    public OperatorCode Shared => _code;

    public async Task<OperatorResult> RunAsync(JobContext job)
    {
        using var instance = _code.Create();
        return await instance.Value.RunAsync(job);
    }

    public void Ended(ErrorCode? failure) => Probation.Add(failure);

    /// <summary>Takes it for a job; false when it has been replaced.</summary>
    public bool TryTake()
    {
        lock (_lock)
        {
            if (_onGone is not null) return false;
            _jobs++;
            return true;
        }
    }

    public void GiveBack()
    {
        lock (_lock)
        {
            if (--_jobs > 0 || _onGone is null) return;
        }

        _onGone(this);
    }

    /// <summary>No new job takes it from now on.</summary>
    /// <param name="onGone">Called once, when its last job has ended.</param>
    public void Retire(Action<OperatorVersion> onGone)
    {
        lock (_lock)
        {
            _onGone = onGone;
            if (_jobs > 0) return;
        }

        onGone(this);
    }
}
