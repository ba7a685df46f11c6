using BotPhone.Invoices;
using BotPhone.Sdk;

namespace BotPhone.Jobs;

/// <summary>Gives out clean browser sessions.</summary>
internal interface IBrowsers
{
    /// <summary>Starts a session that shares nothing with any other.</summary>
    /// <exception cref="OperatorException">The browser could not be started.</exception>
    Task<IBrowserSession> OpenAsync(SessionNeeds needs, CancellationToken cancellation);

    /// <summary>Ends the browsers that have outlived their node, as those on a Grid do.</summary>
    Task EndThoseOfGoneNodesAsync();
}

/// <summary>What a session is for.</summary>
/// <param name="Hosts">What its browser may reach.</param>
/// <param name="Log">Receives every call to the portal.</param>
internal sealed record SessionNeeds(ReachableHosts Hosts, ILogger Log)
{
    /// <summary>What is blanked in evidence, in every form, the longest first.</summary>
    public IReadOnlyList<string> Secrets { get; init; } = [];

    /// <summary>The addresses that its pages need not load.</summary>
    public IReadOnlyList<string> Blocked { get; init; } = [];

    /// <summary>Addresses whose self-signed certificate is accepted.</summary>
    public IReadOnlyList<Uri> SelfSigned { get; init; } = [];
}

/// <summary>One browser session; disposing it ends its processes and removes its folder, whatever state they are in.</summary>
internal interface IBrowserSession : IAsyncDisposable
{
    Portal Portal { get; }

    /// <summary>Makes it ready for another job of the same user: what is signed in stays so, with cookies and storage; windows, downloads and limits begin anew.</summary>
    /// <returns>False when it cannot go on, and is only good to be disposed of.</returns>
    Task<bool> RenewAsync(SessionNeeds needs, CancellationToken cancellation);
}
