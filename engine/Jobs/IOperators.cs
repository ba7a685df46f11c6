using BotPhone.Invoices;
using BotPhone.Sdk;

namespace BotPhone.Jobs;

/// <summary>The operators that are loaded.</summary>
internal interface IOperators
{
    /// <summary>Another version serves, or none does any more.</summary>
    event Action? Changed;

    /// <summary>All of them; another list once the set has changed.</summary>
    IReadOnlyList<IOperatorVersion> Loaded { get; }

    /// <summary>The operator that serves <c>POST /executar/{route}</c>; case matters.</summary>
    IOperatorVersion? FindRoute(string route);

    /// <summary>The operator of a job.</summary>
    IOperatorVersion? FindCode(string code);

    /// <summary>Takes the operator of a job for as long as the job runs: that version is not unloaded before.</summary>
    OperatorLease? Lease(string code);
}

/// <summary>One loaded version of an operator.</summary>
internal interface IOperatorVersion
{
    string Code { get; }

    /// <summary>The last part of <c>/executar/{route}</c>.</summary>
    string Route { get; }

    string Version { get; }

    PayloadSchema Payload { get; }

    bool Restartable { get; }

    /// <summary>The operator's own limit for a job, over <c>Jobs:Timeout</c>.</summary>
    TimeSpan? Timeout { get; }

    /// <summary>What <c>operator.json</c> and the configuration say, as the operator's own type.</summary>
    object? Settings { get; }

    /// <summary>What its browser may reach.</summary>
    ReachableHosts Hosts { get; }

    /// <summary>The addresses that its pages need not load, <c>*</c> for any part of one.</summary>
    IReadOnlyList<string> Blocked { get; }

    /// <summary>Whether jobs of one login run one after another.</summary>
    bool OneSessionPerLogin { get; }

    /// <summary>Whether a session that is signed in serves the jobs of a login one after another.</summary>
    bool ReusesSession { get; }

    /// <summary>Whether it registers stored files instead of fetching invoices.</summary>
    bool Registers { get; }

    /// <summary>The values of the settings that nobody may see.</summary>
    IReadOnlyList<string> Secrets { get; }

    /// <summary>Runs one attempt on a new instance.</summary>
    Task<OperatorResult> RunAsync(JobContext job);

    /// <summary>Says how a job ended that ran on it.</summary>
    /// <param name="failure">Why it failed; null when it did not.</param>
    void Ended(ErrorCode? failure);
}

/// <summary>A version of an operator that stays until it is given back.</summary>
internal sealed class OperatorLease(IOperatorVersion version, Action giveBack) : IDisposable
{
    public IOperatorVersion Version => version;

    public void Dispose() => giveBack();
}
