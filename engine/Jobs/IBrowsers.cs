using BotPhone.Sdk;

namespace BotPhone.Jobs;

/// <summary>Gives out clean browser sessions.</summary>
internal interface IBrowsers
{
    /// <summary>Starts a session that shares nothing with any other.</summary>
    /// <exception cref="OperatorException">The browser could not be started.</exception>
    Task<IBrowserSession> OpenAsync(ILogger log, CancellationToken cancellation);
}

/// <summary>One browser session; disposing it ends its processes and removes its folder, whatever state they are in.</summary>
internal interface IBrowserSession : IAsyncDisposable
{
    Portal Portal { get; }
}
