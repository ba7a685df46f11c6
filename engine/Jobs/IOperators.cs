using BotPhone.Sdk;

namespace BotPhone.Jobs;

/// <summary>The operators that are loaded.</summary>
internal interface IOperators
{
    /// <summary>All of them; another list once the set has changed.</summary>
    IReadOnlyList<IOperatorVersion> Loaded { get; }

    /// <summary>The operator that serves <c>POST /executar/{route}</c>; case matters.</summary>
    IOperatorVersion? FindRoute(string route);

    /// <summary>The operator of a job.</summary>
    IOperatorVersion? FindCode(string code);
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

    /// <summary>Whether jobs of one login run one after another.</summary>
    bool OneSessionPerLogin { get; }

    /// <summary>Whether it registers stored files instead of fetching invoices.</summary>
    bool Registers { get; }

    /// <summary>The values of the settings that nobody may see.</summary>
    IReadOnlyList<string> Secrets { get; }

    /// <summary>Runs one attempt on a new instance.</summary>
    Task<OperatorResult> RunAsync(JobContext job);
}
